using System.Collections.Concurrent;
using System.Text.Json;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Simulator.Schema;

/// <summary>VK's own JSON schema of API 5.199 in folder <c>shared/vk-schema</c>, or where SFERUM_VK_SCHEMA points.</summary>
internal sealed class VkSchema
{
    private readonly ConcurrentDictionary<string, JsonElement?> _files = new();
    private readonly string _folder;
    private readonly Dictionary<string, JsonElement> _methods = [];
    private readonly Dictionary<string, JsonElement> _errors = [];

    private VkSchema(string folder)
    {
        _folder = folder;
        foreach (var file in Directory.EnumerateFiles(folder, "methods.json", SearchOption.AllDirectories))
        {
            foreach (var method in Load(Path.GetRelativePath(folder, file).Replace('\\', '/'))!.Value.GetProperty("methods").EnumerateArray())
                _methods[method.GetProperty("name").GetString()!] = method;
        }

        foreach (var error in Load("errors.json")!.Value.GetProperty("errors").EnumerateObject())
            _errors[error.Name] = error.Value;
    }

    /// <summary>The schema, or null where the folder is not there.</summary>
    public static VkSchema? Found { get; } = Find();

    public JsonElement? Method(string name) => _methods.TryGetValue(name, out var method) ? method : null;

    /// <summary>True when the method may answer with the code by its own list or as any method may.</summary>
    public bool MayFail(JsonElement method, int code)
    {
        var own = method.TryGetProperty("errors", out var errors)
            ? errors.EnumerateArray().Select(error => error.GetProperty("$ref").GetString()!.Split('/')[^1])
            : [];
        return own.Any(name => _errors[name].GetProperty("code").GetInt32() == code) ||
            _errors.Values.Any(error => error.GetProperty("code").GetInt32() == code &&
                error.TryGetProperty("global", out var global) && global.ValueKind == JsonValueKind.True);
    }

    public JsonElement? Definition(string file, string name) => Resolve($"../{file}#/definitions/{name}");

    /// <summary>What a reference of the form <c>../section/file.json#/definitions/name</c> names; null when the section is not there.</summary>
    public JsonElement? Resolve(string reference)
    {
        var parts = reference.Split('#');
        var node = Load(parts[0].TrimStart('.', '/'));
        foreach (var step in parts[1].Split('/', StringSplitOptions.RemoveEmptyEntries))
            node = node is { } parent ? parent.GetProperty(step) : null;
        return node;
    }

    private static VkSchema? Find()
    {
        var folder = Environment.GetEnvironmentVariable("SFERUM_VK_SCHEMA") is { Length: > 0 } given
            ? given
            : RepositoryFolder.FindOrNull(Path.Combine("shared", "vk-schema"));
        return Directory.Exists(folder) ? new VkSchema(folder) : null;
    }

    private JsonElement? Load(string file) => _files.GetOrAdd(file, name =>
    {
        var path = Path.Combine(_folder, name);
        if (!File.Exists(path))
            return null;
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    });
}
