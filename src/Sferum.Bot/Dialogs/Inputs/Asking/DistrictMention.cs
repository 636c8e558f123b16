using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs.Asking;

/// <summary>
/// The engine's own recogniser <c>district</c>: what the specialist asks about the district in a few words («кто не сдал
/// 1.2б из садов»). Part <c>ask</c> is the question as <see cref="DistrictAsk"/> writes it; <c>loose</c> is there when it is one
/// only if the roster knows the name in it; <c>near</c> when some words were not understood: then <c>labels</c> and <c>tail</c>
/// (types and points as a question carries them) say what was. «а из школ?» goes on with the question before.
/// </summary>
internal static class DistrictMention
{
    /// <summary>A longer text tells a story.</summary>
    private const int Longest = 160;

    /// <summary>With more words that are not known it is no question about the district.</summary>
    private const int MostUnknown = 3;

    private const int MostWordsOfNear = 10;

    /// <param name="before">The question that was answered last.</param>
    public static Recognition Of(DialogEvent.Wrote message, ImmutableArray<LineFacts> lines, string? before, DateOnly today)
    {
        var clean = TypedText.Clean(message.Text);
        if (clean.Length is < 3 or > Longest || !message.Attachments.IsDefaultOrEmpty)
        {
            return new Recognition.None();
        }

        var words = AskReading.Of(clean, lines, today);
        var last = before is null ? null : DistrictAsk.Parse(before) is { } ask ? ask with { Skip = 0 } : null;
        return Place(words) ?? Changes(words, last, today) ?? Standing(words, last, today) ?? Near(words);
    }

    private static Recognition.Match? Place(AskReading words)
    {
        if (words.Place is not { Length: <= DistrictAsk.LongestPlace } place)
        {
            return null;
        }

        var ask = new DistrictAsk(AskWhat.One, "", [], [], Place: place);
        return new Recognition.Match(AnswerParts.Of(("ask", ask.ToString()), ("loose", words.IsPlaceSure ? null : "true")));
    }

    private static Recognition.Match? Changes(AskReading words, DistrictAsk? before, DateOnly today)
    {
        var status = words.Status;
        var isEvent = status is null || AskStatus.Events.Contains(status);
        var goesOn = words.IsContinued && before?.What == AskWhat.Changes && status is null && words.Since is not null;
        return words.IsUnderstood && isEvent && (words.HasChanged || goesOn || (words.Since is not null && (words.Asks || status is not null)))
            ? Match(Inherit(new DistrictAsk(AskWhat.Changes, status ?? "", words.Types, words.Points, words.Since ?? today.AddDays(-1)), words, before))
            : null;
    }

    private static Recognition.Match? Standing(AskReading words, DistrictAsk? before, DateOnly today)
    {
        // «кто не сдал на сегодня» asks of what stands now, as without a day.
        if (!words.IsUnderstood || (words.Since is not null && words.Since != today))
        {
            return null;
        }

        if (words.Status is { } status)
        {
            return words.Asks || words.HasTarget || words.IsContinued || words.SpeaksForItself
                ? Match(Inherit(new DistrictAsk(words.HowMany ? AskWhat.Count : AskWhat.List, status, words.Types, words.Points), words, before))
                : null;
        }

        if (words.IsAbout && words.HasTarget)
        {
            return Match(new DistrictAsk(AskWhat.Count, AskStatus.Reported, words.Types, words.Points));
        }

        return before is { What: not AskWhat.One } && !words.Asks && (words.HasTarget || (words.IsContinued && words.SaysAll))
            ? Match(before with
            {
                Types = words.Types.Length > 0 || words.SaysAll ? words.Types : before.Types,
                Points = words.Points.Length > 0 ? words.Points : before.Points,
            })
            : null;
    }

    /// <summary>«а кто просрочил?» asks of the same points and types.</summary>
    private static DistrictAsk Inherit(DistrictAsk ask, AskReading words, DistrictAsk? before) => words.IsContinued && before is { What: not AskWhat.One }
        ? ask with
        {
            Types = ask.Types.Length > 0 || words.SaysAll ? ask.Types : before.Types,
            Points = ask.Points.Length > 0 ? ask.Points : before.Points,
        }
        : ask;

    private static Recognition Near(AskReading words)
    {
        var isWorthIt = words.Unknown <= MostUnknown && words.Count <= MostWordsOfNear && !words.MeansToDo
            && (words.Status is not null || (words.HasTarget && words.IsOfInstitutions));
        if (!isWorthIt)
        {
            return new Recognition.None();
        }

        var bare = new DistrictAsk(AskWhat.List, "", words.Types, words.Points).ToString();
        return new Recognition.Match(AnswerParts.Of(
            ("near", "true"),
            ("tail", bare[(AskWhat.List.Length + 1)..]),
            ("labels", string.Join(", ", words.Labels)),
            ("types", string.Join(' ', words.Types)),
            ("status", words.Status)));
    }

    private static Recognition.Match Match(DistrictAsk ask) => new(AnswerParts.Of(("ask", ask.ToString())));
}
