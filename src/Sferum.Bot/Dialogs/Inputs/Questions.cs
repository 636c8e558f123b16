using System.Text.RegularExpressions;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>Whether a folded text asks something; people on telephones leave the question mark out.</summary>
internal static partial class Questions
{
    public static bool Asks(string text) => text.Contains('?', StringComparison.Ordinal) || Opening().IsMatch(text) || Particle().IsMatch(text);

    [GeneratedRegex(@"^[^\p{L}\d]{0,10}(?:(?:а|и|ну|но|здравствуйте|добрый\sдень|скажите|пожалуйста|подскажите)[\s,!.]{1,3}){0,3}(?:когда|как(?!\s?только)|как(?:ой|ая|ое|ие|ую|им|ого)|что|чего|чем|где|кто|кому|куда|откуда|зачем|почему|сколько|можно|нельзя|если|скажите|подскажите|объясните|(?:до|к|в|на|по|с)\sкак(?:ой|ая|ое|ие|ую|ому|ого))(?!\p{L}|-(?:то|нибудь|либо)(?!\p{L}))")]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?<!\p{L})(?<!то\s)ли(?!\p{L})")]
    private static partial Regex Particle();
}
