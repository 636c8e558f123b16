using System.Text.Json;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>Text, keyboard, attachments and the rest of what the community sends, within VK's limits (vk-platform.md §2.2, §3.4).</summary>
internal static class SentContent
{
    private const int Payload = 1000;

    private static readonly string[] Intents =
    [
        "account_update", "bot_ad_invite", "bot_ad_promo", "confirmed_notification", "customer_support", "default",
        "finance_notification", "game_notification", "moderated_newsletter", "non_promo_newsletter", "promo_newsletter",
        "purchase_update",
    ];

    public static Draft Read(VkPlatform vk, Parameters parameters)
    {
        parameters.Choice("intent", Intents);
        parameters.Int("subscribe_id", 0, 0, 100);
        var draft = new Draft(Text(vk, parameters))
        {
            RandomId = RandomId(parameters),
            Payload = PayloadOf(parameters),
            Attachments = SentAttachments.Read(vk.World, parameters),
            Keyboard = KeyboardOf(vk, parameters),
            Template = TemplateOf(parameters),
            Geo = Geo(parameters),
            ReplyTo = SentForwards.ReplyOf(vk.World, parameters),
            Forwards = SentForwards.Read(vk.World, parameters),
        };
        RequireSomething(draft);
        return draft;
    }

    /// <summary>The changed parts of messages.edit: what is left out is dropped (vk-platform.md §3.4).</summary>
    public static Draft ReadEdit(VkPlatform vk, Parameters parameters)
    {
        var draft = new Draft(Text(vk, parameters))
        {
            Attachments = SentAttachments.Read(vk.World, parameters),
            Keyboard = KeyboardOf(vk, parameters),
            Template = TemplateOf(parameters),
            Geo = Geo(parameters),
        };
        RequireSomething(draft);
        return draft;
    }

    private static void RequireSomething(Draft draft)
    {
        if (draft is { Text: "", Attachments.Count: 0, Geo: null, Forwards.Count: 0 })
            throw Parameters.Wrong("message is empty or invalid");
    }

    private static string Text(VkPlatform vk, Parameters parameters)
    {
        var text = (parameters.Text("message") ?? "").Trim();
        return text.Length <= vk.Options.MessageLength ? text : throw new VkRefusal(VkError.Of(914));
    }

    /// <summary>VK keeps 32 bits of it: vk-io sends larger ones and is served (vk-platform.md §3.1).</summary>
    private static int RandomId(Parameters parameters) =>
        unchecked((int)(parameters.Long("random_id") ?? throw Parameters.Wrong("random_id is a required parameter")));

    private static string? PayloadOf(Parameters parameters)
    {
        if (parameters.Text("payload") is not { } payload)
            return null;
        if (payload.Length > Payload)
            throw Parameters.Wrong($"payload is longer than {Payload} characters");
        return Json.IsValid(payload) ? payload : throw Parameters.Wrong("payload should be a valid JSON");
    }

    private static Keyboard? KeyboardOf(VkPlatform vk, Parameters parameters)
    {
        if (parameters.Text("keyboard") is not { } text)
            return null;
        if (!vk.World.Settings.BotCapabilities)
            throw new VkRefusal(VkError.Of(912));
        return KeyboardParser.Parse(text, out var fault) ?? throw new VkRefusal(VkError.Of(911, fault));
    }

    private static JsonElement? TemplateOf(Parameters parameters)
    {
        if (parameters.Text("template") is not { } text)
            return null;
        if (!parameters.Has("message"))
            throw Parameters.Wrong("message is empty or invalid");
        return CarouselParser.Parse(text, out var fault) ?? throw Parameters.Wrong($"template: {fault}");
    }

    private static GeoPoint? Geo(Parameters parameters)
    {
        if (parameters.Number("lat") is not { } latitude || parameters.Number("long") is not { } longitude)
            return null;
        if (latitude is < -90 or > 90)
            throw Parameters.Wrong("lat should be from -90 to 90");
        return longitude is >= -180 and <= 180
            ? new GeoPoint(latitude, longitude)
            : throw Parameters.Wrong("long should be from -180 to 180");
    }
}
