using System.Collections.Immutable;
using CsCheck;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs;
using Sferum.Bot.Dialogs.Inputs.Asking;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Tests.Transcripts.Office;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Dialogs.Inputs.Asking;

public sealed class DistrictMentionTests
{
    private static readonly DateOnly Wednesday = new(2024, 4, 24);

    private static readonly ImmutableArray<LineFacts> Lines =
        [.. OfficeStage.Orders.Types.SelectMany(t => OfficeStage.Orders.LinesFor(t.Code)).DistinctBy(l => l.Key).Select(l => OrderFacts.OfLine(l, null, null))];

    /// <summary>All lines of the table with what stands before them.</summary>
    private static readonly ImmutableArray<(string? Before, string Phrase, string Expected)> Rows = [.. Read()];

    private static readonly ImmutableArray<string> Words = [.. Rows.SelectMany(r => r.Phrase.Split(' ')).Distinct()];

    public static TheoryData<string, string, string> Phrases
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (before, phrase, expected) in Rows.DistinctBy(r => (r.Before, r.Phrase)))
            {
                data.Add(before ?? "", phrase, expected);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_phrase_asks_what_the_table_says(string before, string phrase, string expected) =>
        Assert.Equal(expected, Written(Hear(phrase, before.Length == 0 ? null : WithOrder(before))));

    [Fact]
    public void The_table_holds_enough_of_both()
    {
        Assert.True(Rows.Count(r => r.Expected != "-") >= 200, $"{Rows.Count(r => r.Expected != "-")} questions");
        Assert.True(Rows.Count(r => r.Expected == "-") >= 40, $"{Rows.Count(r => r.Expected == "-")} others");
    }

    [Theory]
    [MemberData(nameof(Phrases))]
    public void What_is_asked_can_be_kept_and_carried_by_a_button(string before, string phrase, string expected)
    {
        if (Hear(phrase, before.Length == 0 ? null : WithOrder(before)) is Recognition.Match match && match.Values.GetValueOrDefault("ask") is { } ask)
        {
            Assert.Equal(ask, DistrictAsk.Parse(ask)?.ToString());
            Assert.True(ButtonPayload.Fits("ask", ImmutableSortedDictionary<string, string>.Empty.Add("ask", ask)), $"{expected} is too long");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("list")]
    [InlineData("list;")]
    [InlineData("drop;open")]
    [InlineData("list;everything")]
    [InlineData("list;open;x=1")]
    [InlineData("list;open;t=")]
    [InlineData("list;open;d=yesterday")]
    [InlineData("changes;")]
    [InlineData("one;")]
    [InlineData("one;;i=-1")]
    [InlineData("list;open;o=99999999999999")]
    public void A_forged_question_is_none(string text) => Assert.Null(DistrictAsk.Parse(text));

    [Fact]
    public void Dialogs_and_orders_know_the_same_states() => Assert.Equal<string>(DistrictStatus.All, AskStatus.All);

    /// <summary>Whatever is written, it is read quickly and without an exception.</summary>
    [Fact]
    public void Any_text_is_read() => Check.Sample(
        Gen.OneOf(Gen.String[0, 200], Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[0, 12].Select(w => string.Join(' ', w))),
        text =>
        {
            if (Hear(text, "list;open;t=МОУ") is Recognition.Match match && match.Values.GetValueOrDefault("ask") is { } ask)
            {
                Assert.NotNull(DistrictAsk.Parse(ask));
            }
        },
        iter: 5_000);

    private static Recognition Hear(string phrase, string? before) => DistrictMention.Of(new DialogEvent.Wrote(phrase, []), Lines, before, Wednesday);

    private static string Written(Recognition recognition) => recognition switch
    {
        Recognition.Match { Values: var v } when v.ContainsKey("near") => $"~{v.GetValueOrDefault("status")}{v.GetValueOrDefault("tail")}".Replace("223-09/", "", StringComparison.Ordinal),
        Recognition.Match { Values: var v } => (v.ContainsKey("loose") ? "?" : "") + v["ask"].Replace("223-09/", "", StringComparison.Ordinal),
        _ => "-",
    };

    private static string WithOrder(string ask) => string.Join(
        ';', ask.Split(';').Select(piece => piece.StartsWith("l=", StringComparison.Ordinal) ? $"l={string.Join(',', piece[2..].Split(',').Select(p => $"223-09/{p}"))}" : piece));

    private static IEnumerable<(string? Before, string Phrase, string Expected)> Read()
    {
        string? before = null;
        foreach (var line in DistrictPhrases.Table.Split('\n').Where(l => l.Trim().Length > 0 && !l.StartsWith('#')))
        {
            var parts = line.Split("=>", StringSplitOptions.TrimEntries);
            var goesOn = line.StartsWith("  ", StringComparison.Ordinal);
            yield return (goesOn ? before : null, parts[0], parts[1]);
            before = goesOn ? before : parts[1];
        }
    }
}
