namespace Sferum.Bot.Tests.Simulator.Schema;

/// <summary>Where VK itself is not as its schema says; each line stands word for word in vk-platform.md.</summary>
internal static class Gaps
{
    public static IReadOnlyList<Gap> All { get; } =
    [
        new(@"error .+\.inner_type", Fault.Missing, """{"error": {"error_code": 901, "error_msg": "Can't send messages for users without permission","""),
        new(@"response execute\.response", Fault.WrongType, """{"response": [901, false, 902],"""),
        new(@".+\.color", Fault.NotInEnum, "Colors: `primary`, `secondary`, `negative`, `positive` (schema still prints `default` for the white one)"),
        new(@"request messages\.(send|edit)\.keyboard\.one_time", Fault.Missing, """Hide a stuck keyboard with `{"buttons":[]}`"""),
        new(@"request messages\.send\.format_data", Fault.UnknownName, "newer than the 5.199 schema snapshot"),
        new(@"request messages\.send\.user_ids", Fault.UnknownName, "`user_ids` is the older synonym still mentioned in prose docs and absent from the 5.199 schema"),
        new(@"request messages\.edit\.conversation_message_id", Fault.UnknownName, "older pages call `cmid` `conversation_message_id`"),
        new(@"request users\.get\.name_case", Fault.NotInEnum, "name_case: nom gen dat acc ins abl"),
        new(@"response groups\.getLongPollSettings\.response\.events\.message_event", Fault.UnknownMember, "message_event must be switched on explicitly"),
        new(@"event message_event\.type", Fault.NotInEnum, "message_event must be switched on explicitly"),
        new(@"event message_event\.object\.payload", Fault.WrongType, "message_event `payload`: schema says string; in practice a parsed JSON value"),
        new(@"event message_typing_state\.object\.state", Fault.NotInEnum, "`message_typing_state.state` in schema is an odd enum; observed value \"typing\""),
        new(@".+\.attachments\[\]\.[a-z_]+", Fault.UnknownMember, "call, graffiti, audio_message (+ others in the wild)"),
        new(@".+\.attachments\[\]\.type", Fault.NotInEnum, "call, graffiti, audio_message (+ others in the wild)"),
    ];
}
