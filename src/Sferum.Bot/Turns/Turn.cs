using System.Globalization;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Turns;

/// <summary>One event of one person on its way through the bot.</summary>
/// <param name="Event">What the dialog core is to hear; null when the event changes no dialog.</param>
internal sealed record Turn(InboxRow Row, DialogEvent? Event)
{
    public long PersonId => Row.PersonId;

    /// <summary>The report that the event names, so that the specialist's facts hold it even when it no longer waits.</summary>
    public long? NamedReport(Conversation conversation) => Number(Named("report", conversation));

    /// <summary>The question that the event names, so that the specialist's facts hold it even when it is not among the oldest.</summary>
    public long? NamedQuestion(Conversation conversation) => Number(Named("question", conversation));

    /// <summary>The broadcast that the event or the conversation names.</summary>
    public string? NamedBroadcast(Conversation conversation) => Named("broadcast", conversation);

    /// <summary>The line of an order that the event or the conversation is about.</summary>
    public LineKey? NamedLine(Conversation conversation) => Named("line", conversation) is { } key ? LineKey.Parse(key) : null;

    /// <summary>The institution for which a button was made.</summary>
    public long? NamedInstitution => Number(Arg("institution"));

    /// <summary>The group chat that a button is about.</summary>
    public long? NamedChat => Number(Arg("chat"));

    /// <summary>What may name an institution in which a teacher works.</summary>
    public NamedPlace NamedPlace(Conversation conversation) =>
        new((Event as DialogEvent.Wrote)?.Text, Number(Arg("work")), conversation.Slots.GetValueOrDefault("place"));

    /// <summary>What is to be read before the dialog steps.</summary>
    public FactsQuery Query(Conversation conversation, DateOnly today) => new(
        PersonId, NamedCode(today), NamedReport(conversation), NamedQuestion(conversation), NamedInstitution, NamedLine(conversation), NamedChat, NamedPlace(conversation))
    {
        Broadcast = NamedBroadcast(conversation),
    };

    /// <summary>What in the event may be a claim code: typed, behind a button, or brought by a deep link.</summary>
    public string? NamedCode(DateOnly today) => Event switch
    {
        DialogEvent.Wrote wrote => CodeIn(wrote.Text, today) ?? CodeIn(wrote.Ref, today),
        DialogEvent.Pressed pressed => CodeIn(pressed.Args.GetValueOrDefault("code"), today) ?? CodeIn(pressed.Args.GetValueOrDefault("ref"), today),
        _ => null,
    };

    private string? Named(string name, Conversation conversation) => Arg(name) ?? conversation.Slots.GetValueOrDefault(name);

    private string? Arg(string name) => Event is DialogEvent.Pressed pressed ? pressed.Args.GetValueOrDefault(name) : null;

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Codes are printed with a dash and kept without.</summary>
    private static string? CodeIn(string? text, DateOnly today) =>
        string.IsNullOrEmpty(text) ? null : DialogInputs.ClaimCodeIn(text, today)?.Replace("-", "", StringComparison.Ordinal);
}
