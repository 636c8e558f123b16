using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Sferum.Bot.Messaging;

/// <summary>What is to be sent, freed of the messenger's own form. A closed list; stored as JSON in the outbox.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(PressAnswer), "press")]
[JsonDerivedType(typeof(LeaveChat), "leave")]
public abstract record Outgoing
{
    private Outgoing()
    {
    }

    /// <summary>Once it has its fate, not even that is kept: it goes to one who had his data deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool LeavesNoTrace { get; init; }

    /// <summary>A message of at most 4,096 characters; longer ones are split before they are stored.</summary>
    /// <param name="Attachments">The messenger's own names of things it already has (<c>photo1_22_key</c>): evidence shown to the specialist.</param>
    public sealed record Text(string Body, OutgoingKeyboard? Keyboard, ImmutableArray<string> Attachments) : Outgoing
    {
        /// <summary>
        /// Files of our own that go with the text, at most 10 with <see cref="Attachments"/>. None in rows written before there
        /// were any, where the reader of JSON leaves the array without a value.
        /// </summary>
        public ImmutableArray<OutgoingFile> Files
        {
            get => field.IsDefault ? [] : field;
            init;
        } = [];

        /// <summary>Its words open something: once it has its fate, they are kept nowhere.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool IsSecret { get; init; }
    }

    /// <summary>Ends the waiting of a callback button, with a short notice if there is one (≤ 90 characters).</summary>
    public sealed record PressAnswer(string AnswerId, string? Notice) : Outgoing;

    /// <summary>The community leaves the group chat that the row's peer is, after the rows before it. Sent as well when it was not there.</summary>
    public sealed record LeaveChat : Outgoing;

    /// <summary>What stands in the row cannot be read; never stored.</summary>
    public sealed record Unreadable(string Reason) : Outgoing;
}

/// <summary>A file that the bot made.</summary>
/// <param name="Sha256">Its name in <c>ContentStore</c>.</param>
/// <param name="Name">As the person sees it, with the extension.</param>
public sealed record OutgoingFile(string Sha256, string Name);

public sealed record OutgoingKeyboard(bool Inline, ImmutableArray<ImmutableArray<OutgoingButton>> Rows);

/// <summary>A button with a payload that comes back when pressed, or with a link that it opens.</summary>
/// <param name="Color"><c>primary</c>, <c>secondary</c>, <c>positive</c>, <c>negative</c> (<c>vk-platform.md</c> §3.5).</param>
public sealed record OutgoingButton(string Label, string Payload, string Color, string? Link);

/// <summary>A message to be put into the outbox inside the transaction of the turn that caused it.</summary>
/// <param name="Purpose">Why it is sent; everything but <see cref="SendPurpose.Reply"/> and <see cref="SendPurpose.Notice"/> passes the gate.</param>
/// <param name="RandomId">
/// Shared by all recipients of one message, so that many of them fit into one request; null: an id of its own. Never 0
/// (<c>vk-platform.md</c> §3.1).
/// </param>
/// <param name="BroadcastId">The broadcast it belongs to; null for all others.</param>
public sealed record NewOutgoing(long PeerId, SendPurpose Purpose, Outgoing Content, int? RandomId = null, long? BroadcastId = null);

/// <summary>Why a message is sent. What is more urgent has the smaller number.</summary>
public enum SendPurpose
{
    /// <summary>Ends the waiting of a button, which does so for a minute only; it is shown beside the messages, not among them.</summary>
    PressAnswer = 0,

    /// <summary>An answer to what the person did a moment ago.</summary>
    Reply = 1,

    /// <summary>News on something the person asked for: his report was reviewed, his question answered.</summary>
    Notice = 2,

    /// <summary>A reminder of a deadline.</summary>
    Reminder = 3,

    /// <summary>A broadcast of the specialist.</summary>
    Broadcast = 4,
}
