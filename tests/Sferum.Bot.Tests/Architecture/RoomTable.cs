namespace Sferum.Bot.Tests.Architecture;

/// <summary>
/// Which room may use which: a room is a folder and a namespace of <c>src/Sferum.Bot</c>. To open a door between two
/// rooms, change this table and say why in the commit.
/// </summary>
internal static class RoomTable
{
    public static IReadOnlyDictionary<string, string[]> MayUse { get; } = new Dictionary<string, string[]>
    {
        ["DataFiles"] = [],
        ["Storage"] = [],
        ["Calendar"] = ["DataFiles"],
        ["Dialogs"] = ["DataFiles"],
        ["Answers"] = ["DataFiles"],
        ["Orders"] = ["Storage", "DataFiles", "Calendar"],
        ["Messaging"] = ["Storage", "Calendar"],
        ["Reminders"] = ["Orders", "Messaging", "Storage", "Calendar"],
        ["Reports"] = ["Orders", "Storage"],
        ["Turns"] = ["Dialogs", "Answers", "Orders", "Messaging", "Storage", "Calendar", "Reminders", "Reports"],
        ["Rehearsal"] = ["Dialogs", "Answers", "Orders", "Messaging", "Storage", "Calendar", "Reminders", "Turns"],
        ["Vk"] = ["Messaging", "Storage"],
        ["Commands"] = ["DataFiles", "Storage", "Dialogs", "Answers", "Orders", "Messaging", "Turns", "Vk", "Calendar", "Reminders", "Rehearsal"],
    };
}
