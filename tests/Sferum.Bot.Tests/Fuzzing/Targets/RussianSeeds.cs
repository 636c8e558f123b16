using System.Collections.Immutable;
using Sferum.Bot.Tests.Answers;
using Sferum.Bot.Tests.Fuzzing.Making;
using Sferum.Bot.Tests.Transcripts;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>What people write: every line of the transcripts, questions, and a grammar of dates, numbers and commands.</summary>
internal static class RussianSeeds
{
    /// <summary>VK brings at most 9,000 characters; a server that is not VK may bring more.</summary>
    public const int Longest = 100_000;

    public static ImmutableArray<string> Phrases { get; } =
    [
        .. DialogFolder.Files("*.transcript").Concat(DialogFolder.Files("*.office"))
            .SelectMany(file => DialogFolder.Read(file).Split('\n'))
            .Where(line => line.StartsWith("> ", StringComparison.Ordinal))
            .Select(line => line[2..])
            .Concat(RepositoryAnswers.Questions("calibration.tsv").Select(question => question.Text))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    public static ImmutableArray<string> Tokens { get; } =
    [
        " ", "\n", ".", ",", "!", "?", "-", "—", "–", "/", "\\", "№", "#", "+", "«", "»", "\"", "'", "(", ")", "<", ">", "<b>", "&", "&lt;", "&#0;", "&#x110000;", "@", "https://", "http://a.ru/", "vk.com/", "\0", "\u00A0", "\u200B", "\u202E", "\u0301",
        "\u2028", "\uFEFF", "\uFFFE", "\uFFFF", "\uD83D", "\uDC00", "😀", "👍", "👨‍👩‍👧‍👦", "ﷺ", "٣", "²", "½", "①", "Ⅷ", "ё", "й", "й", "ß", "İ", "ſ", "K", "𝟏𝟐", "{имя}", "{учреждение}", "{{", "{%", "ABCD-2345", "авсd 2345", "[club200100300|Бот]", "@district_edu", "/",
    ];

    private static readonly string[] Starts = ["", "", "сделали ", "готово ", "приказ ", "будет ", "не успеваем ", "кто не сдал ", "сколько ", "что со школой ", "напомни ", "отправь ", "у нас нет ", "проверь ", "до ", "с ", "план "];

    private static readonly string[] Numbers = ["1", "12", "017", "223-09", "12-од", "№ 12-од/3", "1.2б", "1.2.b", "1,2 б", "99999999999", "0", "-5", "двадцать пять", "сто двадцать три тысячи", "полтора", "XII", "18 из 20", "34/36", "100%"];

    private static readonly string[] Dates =
        ["15.04.2024", "15.04", "1.1.1", "31.02.2024", "15 апреля", "пятого мая", "двадцать первого", "вчера", "завтра в 9", "в пятницу 14:30", "через неделю", "к 18-му", "до конца месяца", "2024-04-15", "с 20 по 30 апреля", "99.99.9999", "29.02.2023", "на той неделе", "в 25:70"];

    private static readonly string[] Ends = ["", "", " человек", " из садов", " по школам", " просрочили", " за неделю", " от 15.04", " строка 17", "?", "!!!", " пожалуйста", ", спасибо"];

    /// <summary>A phrase of the grammar, or one that was said, whole or damaged.</summary>
    public static string Of(TextMutation text, FuzzDice dice) => dice.Next(6) switch
    {
        0 => dice.Of(Phrases),
        1 => Phrase(dice),
        2 => text.Of(Phrase(dice), dice),
        _ => text.Of(dice.Of(Phrases), dice),
    };

    public static TextMutation Mutation() => new(Phrases, [.. Tokens, .. Numbers, .. Dates, .. Starts, .. Ends], Longest);

    private static string Phrase(FuzzDice dice) =>
        string.Concat(Enumerable.Range(0, dice.Few(5)).Select(_ => $"{dice.Of(Starts)}{dice.Of(dice.OneIn(2) ? Numbers : Dates)}{dice.Of(Ends)}{dice.Of(Tokens)}"));
}
