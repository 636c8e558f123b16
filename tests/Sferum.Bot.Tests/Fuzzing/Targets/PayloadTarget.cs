using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs.Asking;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Fuzzing.Making;
using Sferum.Bot.Turns;
using Sferum.Bot.Vk.Receiving;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>What a button brings back from a client that may be forged, and the small notations that its arguments carry.</summary>
internal sealed class PayloadTarget : FuzzTarget
{
    private static readonly string[] Seeds =
    [
        """{"c":"line","a":{"line":"223-09/1.1.a"}}""",
        """{"c":"ask","a":{"ask":"list;open;t=МОУ,УДО;l=223-09/1.2.b;d=2024-04-15;o=20"}}""",
        """{"c":"ask","a":{"ask":"one;;i=5","page":2}}""",
        """{"c":"broadcast","a":{"to":"picked;5,6","draft":"7"}}""",
        "{\"command\":\"start\"}",
        """{"command":"not_supported_button","button_type":"callback","payload":"{\"c\":\"status\"}"}""",
        "\"{\\\"c\\\":\\\"menu\\\"}\"",
    ];

    private readonly TextMutation _text = new(
        Seeds, [.. VkSeeds.Tokens, ";", ",", "t=", "l=", "d=2024-02-30", "i=", "o=99999999999", "p=", "list", "count;late", "changes", "/", "223-09/", "\"c\":", "\"a\":{"], VkSeeds.LongestEvent);

    public override string Name => "payloads";

    public override int Share => 110;

    public override IReadOnlyList<string> Outcomes { get; } = ["none", "command", "command with arguments"];

    public override string Make(FuzzDice dice) => VkSeeds.Damaged(Seeds, _text, dice);

    public override Task<string> ReadAsync(string input)
    {
        Notations(input);
        Assert.IsType<DialogEvent.Pressed>(EventTranslator.ToDialogEvent(new Incoming.Press(input, "1")));
        Assert.NotNull(EventTranslator.ToDialogEvent(new Incoming.Message("", input, "org14", [], 1, 1)));
        if (ButtonPayload.Read(input) is not var (command, args))
        {
            return Task.FromResult("none");
        }

        foreach (var value in args.Values)
        {
            Notations(value);
        }

        Assert.True(!ButtonPayload.Fits(command, args) || ButtonPayload.Read(ButtonPayload.Write(command, args)) is not null);
        return Task.FromResult(args.IsEmpty ? "command" : "command with arguments");
    }

    private static void Notations(string text)
    {
        if (DistrictAsk.Parse(text) is { } ask)
        {
            Assert.NotNull(DistrictAsk.Parse(ask.ToString()));
        }

        _ = MailingFacts.Parts(text);
        _ = LineKey.Parse(text);
        Assert.Equal(PollPosition.Parse(text).NewestMessage, PollPosition.Parse(PollPosition.Parse(text).ToString()).NewestMessage);
    }
}
