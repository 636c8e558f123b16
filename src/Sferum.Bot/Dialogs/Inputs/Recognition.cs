using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>What a recogniser made of a message. A closed list.</summary>
public abstract record Recognition
{
    private Recognition()
    {
    }

    /// <summary>Understood: part → value (<c>date</c> → <c>2024-04-15</c>), fit to be kept in slots.</summary>
    public sealed record Match(ImmutableSortedDictionary<string, string> Values) : Recognition
    {
        /// <summary>
        /// The message has nothing that speaks for this kind of answer («Педсовет» may be the title of a chat, or anything):
        /// take it only for the field that was asked for, and only when no other field understood the message.
        /// </summary>
        public bool IsLoose { get; init; }
    }

    /// <summary>Understood but not acceptable; <paramref name="Reason"/> is a code that the dialog files answer (<c>future_date</c>).</summary>
    public sealed record Problem(string Reason) : Recognition
    {
        /// <summary>As <see cref="Match.IsLoose"/>: worth a word only for the field that was asked for.</summary>
        public bool IsLoose { get; init; }
    }

    /// <summary>Not of this kind.</summary>
    public sealed record None : Recognition;
}
