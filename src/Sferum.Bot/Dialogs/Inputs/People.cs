using System.Globalization;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>Numbers of people in a summary.</summary>
internal static class People
{
    /// <summary>«34 участника»; null when there is no number.</summary>
    public static string? Members(string? number) =>
        long.TryParse(number, CultureInfo.InvariantCulture, out var value)
            ? $"{number} {RussianPlural.Form(value, "участник", "участника", "участников")}"
            : number;
}
