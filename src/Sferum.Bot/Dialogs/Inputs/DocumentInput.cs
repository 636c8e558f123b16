using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// Number and date of an act, typed freely: «№ 12-од от 15 апреля», «приказ 12 од 15.4», «б/н от вчера». Parts
/// <c>number</c>, <c>date</c> (ISO) and, if the message names it, <c>title</c> («положение», «приказ «Об …»»). A bare
/// number may be anything and matches loosely.
/// </summary>
internal sealed partial class DocumentInput : IInput
{
    private const string WithoutNumber = "б/н";

    private const int LongestTitle = 300;

    /// <summary>What an act's number may look like: 12, 12-од, 45/1, 12/03-05, Р-139, 01-10/25, 12 од.</summary>
    private const string Shape =
        @"(?:[а-яa-z]{1,3}-?(?=\d))?\d{1,8}(?:[-/\\](?:\d{1,6}|(?!от(?!\p{L}))[а-яa-z]{1,5})(?![а-яa-z\d])|\.\d{1,4}(?!\d)){0,4}"
        + @"(?:\s?[-/]?\s?(?:од|ос|пр|лс|л/с|кд|ахд|осн|дк|хоз)(?![а-яa-z\d])|(?:\s-)?(?!от)[а-я]{1,2}(?![а-яa-z\d]))?(?![а-яa-z\d])";

    public string Name => "document";

    public ImmutableArray<string> Parts => ["number", "date"];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var clean = TypedText.Clean(message.Text);
        var text = TypedText.Fold(clean);

        var number = Keyworded(text);
        var rest = number is null ? clean : TypedText.Blank(clean, number.Start, number.Length);
        var date = Date(rest, today, number is not null);
        if (date is { Reading: DateReading.Refused refused })
        {
            return new Recognition.Problem(refused.Reason);
        }

        rest = date is null ? rest : DateReader.Blank(rest, [date]);
        number ??= Unmarked(TypedText.Fold(rest), date is not null);
        if (number is null && date is null)
        {
            return new Recognition.None();
        }

        var iso = (date?.Reading as DateReading.Valid)?.Iso;
        return new Recognition.Match(AnswerParts.Of(
            ("number", number?.Text(clean)),
            ("date", iso),
            ("title", Title(clean))))
        {
            IsLoose = date is null && number is { IsBare: true },
        };
    }

    public string Describe(ImmutableSortedDictionary<string, string> values)
    {
        var number = values.GetValueOrDefault("number");
        var date = DateInput.Short(values.GetValueOrDefault("date"));
        return string.Join(
            ' ',
            ((string?[])[
                values.GetValueOrDefault("title"),
                number is null ? null : number == WithoutNumber ? "без номера" : $"№ {number}",
                date is null ? null : $"от {date}",
            ]).OfType<string>());
    }

    private static NumberMention? Keyworded(string text)
    {
        if (Numberless().Match(text) is { Success: true } none)
        {
            return new NumberMention(none.Index, none.Length, false, true);
        }

        for (var match = Marked().Match(text); match.Success; match = match.NextMatch())
        {
            var group = match.Groups["n"];
            if (!SchoolBefore().IsMatch(text.AsSpan(0, match.Index)) && !FullDate().IsMatch(group.ValueSpan))
            {
                return new NumberMention(group.Index, group.Length, false, false);
            }
        }

        return null;
    }

    /// <summary>A date without a year or «от» is taken only where it can't be a point of an order.</summary>
    private static DateMention? Date(string clean, DateOnly today, bool hasNumber)
    {
        var text = TypedText.Fold(clean);
        var mentions = DateReader.Find(clean, today);
        return mentions.Find(m => m.Shape == DateShape.Sure)
            ?? mentions.Find(m => LeadsToDate().IsMatch(text.AsSpan(0, m.Start)))
            ?? mentions.Find(m => m.Shape == DateShape.DayAndMonth
                && (m.Length > 3 || hasNumber || AnyNumber().IsMatch(TypedText.Blank(text, m.Start, m.Length))));
    }

    private static NumberMention? Unmarked(string text, bool hasDate)
    {
        if (AfterKind().Match(text) is { Success: true } named)
        {
            return new NumberMention(named.Groups["n"].Index, named.Groups["n"].Length, false, false);
        }

        for (var match = AnyNumber().Match(text); match.Success; match = match.NextMatch())
        {
            var group = match.Groups["n"];
            var isBare = !group.Value.Any(char.IsLetter);
            if ((hasDate || !isBare || OnlyNumber().IsMatch(text)) && !Elsewhere().IsMatch(text.AsSpan(0, group.Index)))
            {
                return new NumberMention(group.Index, group.Length, isBare, false);
            }
        }

        return null;
    }

    private static string? Title(string clean)
    {
        var kind = Kind().Match(TypedText.Fold(clean));
        var quoted = Quotes.Find(clean);
        var title = (kind.Success, quoted) switch
        {
            (true, { } words) => $"{Nominative(kind.Value)} «{words}»",
            (true, null) => Nominative(kind.Value),
            (false, { } words) => $"«{words}»",
            _ => null,
        };
        return title is { Length: > LongestTitle } ? title[..LongestTitle] : title;
    }

    private static string Nominative(string kind) => kind[..5] switch
    {
        "прика" => "приказ",
        "полож" => "положение",
        "распо" => "распоряжение",
        "поста" => "постановление",
        "регла" => "регламент",
        "поряд" => "порядок",
        _ => "правила",
    };

    private sealed record NumberMention(int Start, int Length, bool IsBare, bool IsNone)
    {
        /// <summary>As typed, but for spaces and backslashes: «12 од» is «12-од».</summary>
        public string Text(string clean) => IsNone
            ? WithoutNumber
            : Gap().Replace(clean.Substring(Start, Length), m => m.Value.Trim() is { Length: > 0 } sign ? sign.Replace('\\', '/') : "-");
    }

    [GeneratedRegex(@"(?<!\p{L})б\s?[/.]\s?н(?!\p{L})|(?<!\p{L})без\s(?:номера|№)")]
    private static partial Regex Numberless();

    [GeneratedRegex(@"(?:№{1,2}|#|(?<!\p{L})(?:номер(?:а|ом)?|ном\.|n[o]?\.?(?=\s?\d)))\s?[:=]?\s?(?<n>" + Shape + ")")]
    private static partial Regex Marked();

    [GeneratedRegex(@"(?:сош|школ[аыеу]|сада?|лице[йя]|гимнази[яи]|доу|моу|цдо|ясли)\s?$", RegexOptions.RightToLeft)]
    private static partial Regex SchoolBefore();

    [GeneratedRegex(@"^\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d$")]
    private static partial Regex FullDate();

    [GeneratedRegex(@"(?<!\p{L})(?:от|датой|дата|датирован\p{L}{0,3})\s?:?\s?$", RegexOptions.RightToLeft)]
    private static partial Regex LeadsToDate();

    [GeneratedRegex(@"(?<!\p{L})(?:приказ|распоряжени|положени|постановлени|регламент)\p{L}{0,3}\s(?<n>" + Shape + @")(?!\s(?:чел|уч|из\s))")]
    private static partial Regex AfterKind();

    [GeneratedRegex(@"(?<![\p{L}\d./,\\-])(?<n>" + Shape + @")(?!\s?(?:из\s|чел|уч|педагог|учител|воспитател|сотрудник|работник|родител|класс|шт|%))")]
    private static partial Regex AnyNumber();

    [GeneratedRegex(@"^\s*" + Shape + @"\s*[.!)]?\s*$")]
    private static partial Regex OnlyNumber();

    [GeneratedRegex(@"(?<!\p{L})(?:п\.|пункт\p{L}?|подпункт\p{L}?|строк\p{L}|раздел\p{L}?|стр\.|страниц\p{L}|лист\p{L}?|школ\p{L}|сош|сада?|класс\p{L}?|из|всего)\s?№?\s?$", RegexOptions.RightToLeft)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"(?<!\p{L})(?:приказ(?!ыва)|положени|распоряжени|постановлени|регламент|порядок|порядк|правила)\p{L}{0,3}(?!\p{L})")]
    private static partial Regex Kind();

    [GeneratedRegex(@"\s?[-/\\]\s?|\s")]
    private static partial Regex Gap();
}
