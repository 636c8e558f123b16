using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// A chat and how many could be in it: parts <c>title</c>, <c>members</c>, <c>staff</c>: «Педсовет, 34 из 36». More
/// members than staff is no fault: the head is in the chat too.
/// </summary>
internal sealed class StaffChatInput : IInput
{
    public string Name => "staff_chat";

    public ImmutableArray<string> Parts => ["title", "members", "staff"];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var reading = ChatReading.Of(message.Text, today, withStaff: true);
        return reading.Recognition(
            ("title", reading.Title),
            ("members", reading.Members is { } members ? Quantities.Text(members) : null),
            ("staff", reading.Staff is { } staff ? Quantities.Text(staff) : null));
    }

    public string Describe(ImmutableSortedDictionary<string, string> values)
    {
        var members = values.GetValueOrDefault("members");
        var staff = values.GetValueOrDefault("staff");
        var people = (members, staff) switch
        {
            ({ }, { }) => $"{members} из {staff}",
            (null, { }) => $"в штате {staff}",
            _ => People.Members(members),
        };
        return AnswerParts.Join(ChatInput.Title(values), people, ChatInput.Seen(values));
    }
}
