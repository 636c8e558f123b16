using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>A chat: parts <c>title</c> and <c>members</c>: «Педсовет, 34», «чат "Педсовет 1 школа" 34 уч.»; each may come alone.</summary>
internal sealed class ChatInput : IInput
{
    public string Name => "chat";

    public ImmutableArray<string> Parts => ["title", "members"];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var reading = ChatReading.Of(message.Text, today, withStaff: false);
        return reading.Recognition(("title", reading.Title), ("members", reading.Members is { } members ? Quantities.Text(members) : null));
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) =>
        AnswerParts.Join(Title(values), People.Members(values.GetValueOrDefault("members")));

    /// <summary>«Педсовет» in quotation marks.</summary>
    public static string? Title(ImmutableSortedDictionary<string, string> values) =>
        values.GetValueOrDefault("title") is { } title ? $"«{title}»" : null;
}
