using System.Globalization;
using System.Text.Json.Nodes;
using Sferum.VkSimulator.Wire;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>groups.getById, getMembers, isMember, getTokenPermissions (vk-platform.md §1.6, §7.1).</summary>
internal static class Groups
{
    private const int MostMembers = 1000;
    private const int MostAsked = 500;

    private static readonly (string Name, int Setting)[] Permissions =
        [("photos", 4), ("messages", 4096), ("wall", 8192), ("docs", 131_072), ("manage", 262_144)];

    public static JsonNode GetById(VkPlatform vk, Parameters parameters)
    {
        var asked = parameters.Text("group_ids") ?? parameters.Text("group_id");
        var own = asked is null || asked.Split(',', StringSplitOptions.TrimEntries).Any(id => IsOwn(vk.World, id));
        return new JsonObject
        {
            ["groups"] = own ? new JsonArray(PeerJson.Community(vk.World)) : new JsonArray(),
            ["profiles"] = new JsonArray(),
        };
    }

    public static JsonNode GetMembers(VkPlatform vk, Parameters parameters)
    {
        RequireOwn(vk.World, parameters, required: false);
        var filter = parameters.Choice("filter", "donut", "friends", "managers", "unsure");
        var offset = parameters.Int("offset", 0, 0, int.MaxValue);
        var count = parameters.Int("count", MostMembers, 0, MostMembers);
        var members = vk.World.Persons.Values
            .Where(person => filter switch { null => person.IsMember, "managers" => person.Role is not null, _ => false })
            .OrderBy(person => person.Id)
            .ToList();
        var page = members.Skip(offset).Take(count);
        var items = filter == "managers" ? page.Select(person => (JsonNode)new JsonObject { ["id"] = person.Id, ["role"] = person.Role })
            : parameters.Has("fields") ? page.Select(PeerJson.Person)
            : page.Select(person => (JsonNode)JsonValue.Create(person.Id));
        return new JsonObject { ["count"] = members.Count, ["items"] = new JsonArray([.. items]) };
    }

    public static JsonNode IsMember(VkPlatform vk, Parameters parameters)
    {
        RequireOwn(vk.World, parameters, required: true);
        var extended = parameters.Flag("extended");
        if (parameters.Has("user_ids"))
        {
            return new JsonArray(
            [
                .. parameters.Longs("user_ids", MostAsked).Select(id =>
                    Status(vk.World, id, extended, new JsonObject { ["user_id"] = id })),
            ]);
        }

        var user = parameters.RequiredLong("user_id");
        return extended ? Status(vk.World, user, extended, []) : JsonValue.Create(Member(vk.World, user));
    }

    public static JsonNode GetTokenPermissions(VkPlatform vk, Parameters parameters) => new JsonObject
    {
        ["mask"] = Permissions.Where(permission => vk.Options.TokenRights.Contains(permission.Name)).Sum(permission => permission.Setting),
        ["permissions"] = new JsonArray(
        [
            .. Permissions.Where(permission => vk.Options.TokenRights.Contains(permission.Name)).Select(permission => new JsonObject { ["name"] = permission.Name, ["setting"] = permission.Setting }),
        ]),
    };

    /// <summary>A community token opens its own community only.</summary>
    public static void RequireOwn(VkWorld world, Parameters parameters, bool required)
    {
        var id = required ? parameters.Required("group_id") : parameters.Text("group_id");
        if (id is not null && !IsOwn(world, id))
            throw new VkRefusal(VkError.Of(15, "group_id is not the community of this token"));
    }

    private static bool IsOwn(VkWorld world, string id) =>
        id == world.Options.GroupScreenName || id == world.Options.GroupId.ToString(CultureInfo.InvariantCulture);

    private static int Member(VkWorld world, long id) => world.Persons.TryGetValue(id, out var person) && person.IsMember ? 1 : 0;

    private static JsonObject Status(VkWorld world, long id, bool extended, JsonObject json)
    {
        json["member"] = Member(world, id);
        if (extended)
            json["can_invite"] = 0;
        return json;
    }
}
