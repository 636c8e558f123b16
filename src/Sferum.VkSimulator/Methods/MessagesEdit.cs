using System.Text.Json.Nodes;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>messages.edit: own messages only, 24 h long (vk-platform.md §2.3, §3.4).</summary>
internal static class MessagesEdit
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public static JsonNode Invoke(VkPlatform vk, Parameters parameters)
    {
        var dialog = Recipients.Required(vk, parameters);
        var message = Find(vk, dialog, parameters);
        if (!message.Out || message.Action is not null)
            throw new VkRefusal(VkError.Of(920));
        if (vk.Clock.GetUtcNow() - message.At > Lifetime)
            throw new VkRefusal(VkError.Of(909));
        var draft = SentContent.ReadEdit(vk, parameters);
        message.Text = draft.Text;
        message.Attachments = draft.Attachments;
        message.Keyboard = draft.Keyboard;
        message.Template = draft.Template;
        message.Pressed.Clear();
        vk.World.Touch(message);
        return JsonValue.Create(1);
    }

    private static Message Find(VkPlatform vk, Dialog dialog, Parameters parameters)
    {
        // conversation_message_id is the name on older pages.
        var cmid = parameters.Long("cmid") ?? parameters.Long("conversation_message_id");
        var message = cmid is { } number ? dialog.Messages.Find(number)
            : parameters.Long("message_id") is > 0 and <= int.MaxValue and var id ? vk.World.FindMessage((int)id)
            : throw Parameters.Wrong("cmid or message_id is undefined");
        return message?.PeerId == dialog.PeerId ? message : throw Parameters.Wrong("message is not found");
    }
}
