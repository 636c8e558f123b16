using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// A chat: parts <c>title</c> and <c>members</c>: «Педсовет, 34», «чат "Педсовет 1 школа" 34 уч.»; each may come alone. Of a
/// chat that the bot itself has seen there is also <see cref="ShownPart"/>, which no message brings.
/// </summary>
internal sealed class ChatInput : IInput
{
    /// <summary>The community's own number of the chat.</summary>
    public const string ShownPart = "shown";

    public string Name => "chat";

    public ImmutableArray<string> Parts => ["title", "members"];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var reading = ChatReading.Of(message.Text, today, withStaff: false);
        return reading.Recognition(("title", reading.Title), ("members", reading.Members is { } members ? Quantities.Text(members) : null));
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) =>
        AnswerParts.Join(Title(values), People.Members(values.GetValueOrDefault("members")), Seen(values));

    /// <summary>Null for a chat that somebody told of.</summary>
    public static string? Seen(ImmutableSortedDictionary<string, string> values) =>
        values.ContainsKey(ShownPart) ? "бот видел чат сам" : null;

    /// <summary>«Педсовет» in quotation marks.</summary>
    public static string? Title(ImmutableSortedDictionary<string, string> values) =>
        values.GetValueOrDefault("title") is { } title ? $"«{title}»" : null;
}
