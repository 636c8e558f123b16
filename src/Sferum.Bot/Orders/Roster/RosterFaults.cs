namespace Sferum.Bot.Orders.Roster;

/// <summary>What both kinds of files may be refused for.</summary>
internal static class RosterFaults
{
    public static string TooLarge { get; } =
        $"Файл больше {RosterLimits.MostBytes >> 20} МБ: это не список учреждений. Оставьте в нём только таблицу с названиями.";

    public static string TooManyColumns { get; } =
        $"Столбцов больше {RosterLimits.MostColumns}. Оставьте название, тип, руководителя и код, остальные удалите.";

    public static string TooManyRows { get; } =
        $"Строк больше {RosterLimits.MostRows}. Удалите лишние (и пустые) строки и сохраните файл заново.";
}
