using System.Collections.Frozen;

namespace Sferum.Bot.Turns;

/// <summary>
/// The notices that the program says of itself, by their names in the dialogs. Who keeps dialogs of his own and upgrades
/// learns from <c>check</c> which ones he lacks, not from a message that could not be written.
/// </summary>
internal static class ProgramNotices
{
    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "answer_none", "answer_sure", "answer_talk", "answer_torn",
        "broadcast", "broadcast_done", "broadcast_progress", "fates_made",
        "certificate", "certificate_seal",
        "chat_farewell", "chat_greeting", "chat_no_rights", "chat_seen", "chat_stranger",
        "deputy_code", "deputy_ended", "deputy_joined", "hand_over_code", "head_replaced", "role_counted",
        "digest", "needs_you", "report_arrived", "question_arrived", "table_made", "takes_longer", "talk_opened",
        "erased_on_request", "my_data",
        "file_failed", "report_accepted", "report_received", "report_returned", "told_by_phone", "question_answered",
        "line_excused", "line_extended", "line_restored", "reminder",
        "not_done", "panel_link", "too_many",
        "trouble", "trouble_over");
}
