using System.Collections.Immutable;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs;
using Sferum.Bot.Dialogs.Inputs.Asking;
using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Dialogs.Texts;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Roster;
using Sferum.Bot.Tests.Dialogs;
using Sferum.Bot.Tests.Fuzzing.Making;
using Sferum.Bot.Tests.Transcripts.Office;
using Sferum.Bot.Turns;
using Sferum.Bot.Vk;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>Free words as commands: of the specialist about the district, of anybody in a chat, names of institutions, codes, letters with variables.</summary>
internal sealed class CommandTarget : FuzzTarget
{
    private static readonly DateOnly Today = new(2024, 4, 15);

    private static readonly ImmutableArray<LineFacts> Lines =
        [.. OfficeStage.Orders.Types.SelectMany(type => OfficeStage.Orders.LinesFor(type.Code)).DistinctBy(line => line.Key).Select(line => OrderFacts.OfLine(line, null, null))];

    private static readonly Facts Director = SomeFacts.Director([.. Lines.Take(10)]);

    private static readonly ImmutableArray<string> Words =
        [.. OfficeStage.Book.States.Values.SelectMany(state => state.Rules).SelectMany(rule => rule.Words).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>A district, and a half.</summary>
    private static readonly ImmutableArray<Institution> Roster =
        [.. Enumerable.Range(1, 100).Select(i => new Institution(i, i % 2 == 0 ? $"МОУ «Вымышленская СОШ № {i}»" : $"МДОУ «Детский сад № {i} „Сказочная полянка“»", i % 2 == 0 ? "МОУ" : "МДОУ"))];

    private static readonly Bot.Vk.Receiving.CommunityName Us = Bot.Vk.Receiving.CommunityName.Of(new VkOptions { GroupId = 200100300, ScreenName = "district_edu" });

    private readonly TextMutation _text = RussianSeeds.Mutation();

    public override string Name => "commands";

    public override int Share => 40;

    public override IReadOnlyList<string> Outcomes { get; } = ["Match", "None"];

    public override string Make(FuzzDice dice) => RussianSeeds.Of(_text, dice);

    public override Task<string> ReadAsync(string input)
    {
        // As a turn does with what was written.
        var message = Assert.IsType<DialogEvent.Wrote>(SafeEvent.Of(new DialogEvent.Wrote(input, [])));
        var asked = DistrictMention.Of(message, Lines, "list;open;t=МОУ", Today);
        if (asked is Recognition.Match match && match.Values.GetValueOrDefault("ask") is { } ask)
        {
            Assert.Equal(ask, DistrictAsk.Parse(ask)?.ToString());
            Assert.True(ButtonPayload.Fits("ask", ImmutableSortedDictionary<string, string>.Empty.Add("ask", ask)), $"{ask} is too long for a button");
        }

        _ = LineMention.One(message, Director, Today);
        _ = LineMention.Several(message, Director, Today);
        var typed = TypedWords.Normalise(message.Text);
        _ = Words.Count(word => TypedWords.Same(typed, word, tolerant: true));
        _ = RosterSearch.Find(Roster, message.Text, null, 6, (word, other) => TypedWords.Same(word, other, tolerant: true));
        _ = RosterSearch.TypeOf(message.Text);
        Assert.True(DialogInputs.ClaimCodeIn(message.Text, Today) is not { } code || code.Length is > 0 and <= 20);
        _ = Us.IsSpokenTo(input, out _);
        _ = LetterText.Unknown(message.Text, named: true);
        _ = LetterText.SpeaksOfDuties(message.Text);
        var parts = TextSplitter.Split(message.Text);
        Assert.Equal(message.Text, string.Concat(parts));
        Assert.All(parts, part => Assert.InRange(part.Length, 0, TextSplitter.Limit));
        return Task.FromResult(asked.GetType().Name);
    }
}
