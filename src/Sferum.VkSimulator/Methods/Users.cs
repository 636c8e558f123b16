using System.Globalization;
using System.Text.Json.Nodes;
using Sferum.VkSimulator.Wire;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>users.get (vk-platform.md §7.1). Names are not inflected: every <c>name_case</c> gets the nominative.</summary>
internal static class Users
{
    private const int Most = 1000;

    public static JsonNode Get(VkPlatform vk, Parameters parameters)
    {
        parameters.Choice("name_case", "nom", "gen", "dat", "acc", "ins", "abl", "Nom", "Gen", "Dat", "Acc", "Ins", "Abl");
        var ids = (parameters.Text("user_ids") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length > Most)
            throw Parameters.Wrong($"user_ids should contain no more than {Most} elements");
        var fields = (parameters.Text("fields") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var found = new JsonArray();
        foreach (var id in ids)
        {
            if (Find(vk.World, id) is { } person)
                found.Add(Of(person, fields));
        }

        return found;
    }

    /// <summary>A person by <c>123</c> or by short name <c>id123</c>.</summary>
    public static Person? Find(VkWorld world, string id)
    {
        var digits = id.StartsWith("id", StringComparison.Ordinal) ? id[2..] : id;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? world.Persons.GetValueOrDefault(number)
            : null;
    }

    private static JsonObject Of(Person person, string[] fields)
    {
        var json = PeerJson.Person(person);
        var shortName = string.Create(CultureInfo.InvariantCulture, $"id{person.Id}");
        if (fields.Contains("screen_name"))
            json["screen_name"] = shortName;
        if (fields.Contains("domain"))
            json["domain"] = shortName;
        if (fields.Contains("online"))
            json["online"] = 0;
        return json;
    }
}
