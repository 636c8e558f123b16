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
        ["Dialogs"] = ["DataFiles"],
        ["Answers"] = ["DataFiles"],
        ["Orders"] = ["Storage", "DataFiles"],
        ["Messaging"] = ["Storage"],
        ["Turns"] = ["Dialogs", "Answers", "Orders", "Messaging", "Storage"],
        ["Vk"] = ["Messaging", "Storage"],
        ["Commands"] = ["DataFiles", "Storage", "Dialogs", "Answers", "Orders", "Messaging", "Turns", "Vk"],
    };
}
