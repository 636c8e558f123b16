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
        ["Broadcasts"] = ["Orders", "Messaging", "Storage"],
        ["Privacy"] = ["Orders", "Messaging", "Reminders", "Broadcasts", "Storage", "Calendar"],
        ["Reports"] = ["Orders", "Broadcasts", "Messaging", "Storage", "DataFiles", "Calendar"],
        // Its watcher logs the faults of a stored order, so it knows DataFiles.
        ["Turns"] = ["DataFiles", "Dialogs", "Answers", "Orders", "Messaging", "Storage", "Calendar", "Reminders", "Broadcasts", "Reports", "Privacy"],
        ["Rehearsal"] = ["Dialogs", "Answers", "Orders", "Messaging", "Storage", "Calendar", "Reminders", "Broadcasts", "Turns", "Privacy"],
        ["Vk"] = ["Messaging", "Storage"],

        // It shows the faults of an uploaded order file, so it knows DataFiles.
        // Decisions that are made on its pages are carried out as those of the chat are: through DeskActions of Turns; what would come of a broadcast MailingDesk there tells; and nothing else there.
        ["Panel"] = ["DataFiles", "Turns", "Reports", "Orders", "Reminders", "Broadcasts", "Messaging", "Storage", "Calendar"],
        ["Commands"] = ["Panel", "DataFiles", "Storage", "Dialogs", "Answers", "Orders", "Messaging", "Turns", "Vk", "Calendar", "Reminders", "Broadcasts", "Reports", "Rehearsal", "Privacy"],
    };
}
