using Sferum.Bot.Dialogs;
using Sferum.Bot.Tests.Transcripts;

namespace Sferum.Bot.Tests.Dialogs;

internal static class SomeFacts
{
    public static DateTimeOffset Now { get; } = OfficeClock.Parse("2024-04-15 09:00");

    public static Facts Director(params LineFacts[] lines) => new()
    {
        Person = new PersonFacts(1, "Анна", "director", Consented: true, Muted: false, FailedClaims: 0),
        Office = new OfficeFacts("Управление образования Вымышленского округа", "Сообщество"),
        Institution = new InstitutionFacts(5, "МОУ «Вымышленская СОШ № 1»", "МОУ", "head", Until: null),
        Lines = [.. lines],
    };

    public static LineFacts Line(string point, string status = "open", params FieldFacts[] fields) => new(
        $"223-09/{point}",
        "223-09",
        point,
        point,
        $"Пункт {point}",
        "…",
        Mandatory: true,
        status,
        new DateOnly(2024, 4, 19),
        Unsettled: null,
        [.. fields],
        Mentions: [],
        Promise: null,
        Report: null);

    public static FieldFacts Field(string name, string input, bool required = true) => new(name, input, $"{name}?", name, required, Avoid: null);

    public static Attachment Photo(string id) => new(AttachmentKind.Photo, id, "", 0);
}
