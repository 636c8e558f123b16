using System.Globalization;
using System.Text.Json.Nodes;
using Sferum.VkSimulator.Faults;
using Sferum.VkSimulator.Traffic;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Admin;

/// <summary>State, clock, faults, settings, raw events, traffic and reset.</summary>
internal sealed class ControlCalls(VkPlatform vk)
{
    private readonly Views _views = new(vk);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Get, "/state", _ => State());
        routes.MapCall(HttpMethods.Get, "/clock", _ => Clock());
        routes.MapCall(HttpMethods.Post, "/clock", SetClock);
        routes.MapCall(HttpMethods.Get, "/faults", _ => FaultJson.Write(vk.Faults.Rules));
        routes.MapMethods("/faults", [HttpMethods.Put], http => AdminEndpoints.AnswerAsync(http, async () =>
        {
            vk.Faults.Replace(FaultJson.Read(Json.Parse(await AdminRequest.TextAsync(http))));
            return FaultJson.Write(vk.Faults.Rules);
        }));
        routes.MapCall(HttpMethods.Get, "/settings", _ => Settings());
        routes.MapCall(HttpMethods.Put, "/settings", ChangeSettings);
        routes.MapMethods("/events", [HttpMethods.Post], http => AdminEndpoints.AnswerAsync(http, async () =>
        {
            Raise(await AdminRequest.TextAsync(http), http.Request.Query["raw"] == "1");
            return null;
        }));
        routes.MapCall(HttpMethods.Get, "/traffic", request => vk.Traffic
            .After(long.TryParse(request.Query("after"), NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0)
            .Select(TrafficView.Of));
        routes.MapCall(HttpMethods.Delete, "/reset", _ =>
        {
            vk.Reset();
            return null;
        });
    }

    private object State()
    {
        lock (vk.World.Gate)
        {
            return new
            {
                now = vk.Clock.Now,
                group = new { id = vk.Options.GroupId, name = vk.Options.GroupName, screenName = vk.Options.GroupScreenName },
                persons = vk.World.Persons.Values.Where(person => !person.IsExtra).Select(_views.Of).ToList(),
                chats = vk.World.Chats.Values.Select(Views.Of).ToList(),
                faults = FaultJson.Write(vk.Faults.Rules),
            };
        }
    }

    private object Clock() => new { now = vk.Clock.Now };

    private object SetClock(AdminRequest request)
    {
        if (request.Text("now") is { } now)
        {
            vk.Clock.MoveTo(DateTimeOffset.TryParse(now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant
                : throw AdminRefusal.Wrong("now is no ISO 8601 instant"));
        }
        else
        {
            vk.Clock.Advance(TimeSpan.TryParse(request.RequiredText("advance"), CultureInfo.InvariantCulture, out var span)
                ? span
                : throw AdminRefusal.Wrong("advance is no time span: days.hours:minutes:seconds"));
        }

        return Clock();
    }

    private void Raise(string json, bool damagedAllowed)
    {
        if (!damagedAllowed && Json.Parse(json) is not JsonObject)
            throw AdminRefusal.Wrong("an update is a JSON object; send ?raw=1 for a damaged one");
        lock (vk.World.Gate)
            vk.Events.EmitRaw(json);
    }

    private object Settings()
    {
        lock (vk.World.Gate)
        {
            var settings = vk.World.Settings;
            return new
            {
                botCapabilities = settings.BotCapabilities,
                addToChats = settings.AddToChats,
                requestsPerSecond = settings.RequestsPerSecond,
                longPollEnabled = settings.LongPollEnabled,
                longPollEvents = settings.LongPollEvents.Order().ToList(),
                callbackServers = vk.Callbacks.All
                    .Select(server => new { id = server.Id, url = server.Url, status = server.Status.ToString().ToLowerInvariant() })
                    .ToList(),
            };
        }
    }

    private object ChangeSettings(AdminRequest request)
    {
        lock (vk.World.Gate)
        {
            var settings = vk.World.Settings;
            settings.BotCapabilities = request.Flag("botCapabilities") ?? settings.BotCapabilities;
            settings.AddToChats = request.Flag("addToChats") ?? settings.AddToChats;
            settings.RequestsPerSecond = (int)(request.Long("requestsPerSecond") ?? settings.RequestsPerSecond);
            settings.LongPollEnabled = request.Flag("longPollEnabled") ?? settings.LongPollEnabled;
            if (request.Body["longPollEvents"] is JsonArray types)
            {
                settings.LongPollEvents.Clear();
                settings.LongPollEvents.UnionWith(types.Select(type => type?.GetValue<string>() ?? throw AdminRefusal.Wrong("an event type is a string")));
            }
        }

        if (request.Body.ContainsKey("callbackUrl"))
            ReplaceCallback(request.Text("callbackUrl"), request.Text("callbackSecret") ?? "");
        return Settings();
    }

    /// <summary>One callback server with every event of messages and members switched on; null takes all servers away.</summary>
    private void ReplaceCallback(string? url, string secret)
    {
        vk.Callbacks.Clear();
        if (url is null)
            return;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw AdminRefusal.Wrong("callbackUrl is no http address");
        vk.Callbacks.Add(
            address,
            "simulator",
            secret,
            EventTypes.All.Where(type => type.StartsWith("message_", StringComparison.Ordinal) || type is "group_join" or "group_leave"));
    }
}
