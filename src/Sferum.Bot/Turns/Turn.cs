using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Turns;

/// <summary>One event of one person on its way through the bot.</summary>
/// <param name="Event">What the dialog core is to hear; null when the event changes no dialog.</param>
internal sealed record Turn(InboxRow Row, DialogEvent? Event)
{
    public long PersonId => Row.PersonId;

    /// <summary>The report that the event names, so that the specialist's facts hold it even when it no longer waits.</summary>
    public long? NamedReport(Conversation conversation)
    {
        var named = Event is DialogEvent.Pressed pressed && pressed.Args.TryGetValue("report", out var arg)
            ? arg
            : conversation.Slots.GetValueOrDefault("report");
        return long.TryParse(named, out var id) ? id : null;
    }

    /// <summary>What in the event may be a claim code: typed, behind a button, or brought by a deep link.</summary>
    public string? NamedCode(DateOnly today) => Event switch
    {
        DialogEvent.Wrote wrote => CodeIn(wrote.Text, today) ?? CodeIn(wrote.Ref, today),
        DialogEvent.Pressed pressed => CodeIn(pressed.Args.GetValueOrDefault("code"), today) ?? CodeIn(pressed.Args.GetValueOrDefault("ref"), today),
        _ => null,
    };

    /// <summary>Codes are printed with a dash and kept without.</summary>
    private static string? CodeIn(string? text, DateOnly today) =>
        string.IsNullOrEmpty(text) ? null : DialogInputs.ClaimCodeIn(text, today)?.Replace("-", "", StringComparison.Ordinal);
}
