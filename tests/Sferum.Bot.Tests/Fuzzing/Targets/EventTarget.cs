using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Fuzzing.Making;
using Sferum.Bot.Turns;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Receiving;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>One update of VK, up to what the dialogs get of it.</summary>
internal sealed class EventTarget : FuzzTarget
{
    private static readonly CommunityName Us = CommunityName.Of(new VkOptions { GroupId = 200100300, ScreenName = "district_edu" });

    private readonly TextMutation _text = new(VkSeeds.Events, VkSeeds.Tokens, VkSeeds.LongestEvent);

    public override string Name => "events";

    public override int Share => 220;

    public override IReadOnlyList<string> Outcomes { get; } =
        ["Message", "Press", "Consent", "Edit", "ChatInvite", "ChatWord", "ByHand", "Other", "Damaged"];

    public override string Make(FuzzDice dice) => VkSeeds.Damaged(VkSeeds.Events, _text, dice);

    public override Task<string> ReadAsync(string input) => Task.FromResult(Read(input));

    internal static string Read(string input)
    {
        var update = VkEventReader.Read(input, Us);
        Assert.InRange(update.Event.EventId.Length, 1, 200);
        Assert.DoesNotContain(update.Event.EventId, char.IsControl);
        _ = VkEventReader.IsEcho(update);

        // What the inbox keeps is what the worker gets.
        var kept = MessagingJson.ReadIncoming(MessagingJson.Write(update.Event.Content));
        Assert.Equal(update.Event.Content.GetType(), kept.GetType());
        if (EventTranslator.ToDialogEvent(kept) is { } happened)
        {
            Check(SafeEvent.Of(happened));
        }

        return kept.GetType().Name;
    }

    /// <summary>Nothing in it that a database refuses or that can't be normalised.</summary>
    private static void Check(DialogEvent happened)
    {
        if (happened is DialogEvent.Wrote wrote)
        {
            Assert.True(wrote.Text.IsNormalized() || wrote.Text.Length > 0);
            Assert.DoesNotContain('\0', wrote.Text);
            Assert.InRange(wrote.Attachments.Length, 0, 200);
        }
    }
}
