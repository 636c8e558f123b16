namespace Sferum.Bot.Commands;

/// <summary>An invented district for a first look. Names are plainly invented; the codes are fixed so that the page can show them.</summary>
internal static class DemoDistrict
{
    public const string OfficeName = "Управление образования Вымышленского округа";

    public static DateTimeOffset Start { get; } = new(2024, 4, 15, 9, 0, 0, TimeSpan.FromHours(3));

    public static IReadOnlyList<Institution> Institutions { get; } =
    [
        new("МОУ «Вымышленская СОШ № 1»", "МОУ", "SHKA2345"),
        new("МОУ «Сказочная СОШ № 2»", "МОУ", "SHKB2345"),
        new("МОУ «Небывалая ООШ»", "МОУ", "SHKC2345"),
        new("МДОУ «Детский сад „Выдумка“»", "МДОУ", "SADA2345"),
        new("МДОУ «Детский сад „Небылица“»", "МДОУ", "SADB2345"),
        new("УДО «Дом творчества „Фантазия“»", "УДО", "UDXA2345"),
        new("УДО «Спортшкола „Мираж“»", "УДО", "UDXB2345"),
    ];

    public static IReadOnlyList<Person> People { get; } =
    [
        new(1001, "Анна", "Тестова", "Директор школы · код SHKA-2345"),
        new(SpecialistId, "Вера", "Выдумкина", "Специалист управления"),
        new(1002, "Ольга", "Примерова", "Заведующая садом · код SADA-2345"),
        new(1003, "Пётр", "Образцов", "Учитель"),
    ];

    public const long SpecialistId = 1004;

    internal sealed record Institution(string Name, string Type, string Code);

    internal sealed record Person(long Id, string FirstName, string LastName, string Caption);
}
