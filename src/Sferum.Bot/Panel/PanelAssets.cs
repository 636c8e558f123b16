using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Sferum.Bot.Panel;

/// <summary>Styles and scripts of the panel. They travel within the program, so that they are there from any folder.</summary>
internal static class PanelAssets
{
    private const string Prefix = "Sferum.Bot.Panel.Assets.";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Asset> All = Load();

    /// <summary>Its address, another one after each change: browsers may keep it for ever.</summary>
    public static string Url(string name) => $"{PanelRegistration.Root}/assets/{name}?v={All[name].Version}";

    public static IResult Get(string name, HttpContext http)
    {
        if (!All.TryGetValue(name, out var asset))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(asset.Content, asset.Type);
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var program = typeof(PanelAssets).Assembly;
        return program.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(name => name[Prefix.Length..], name =>
        {
            using var stream = program.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not there");
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return new Asset(content.ToArray(), Types[Path.GetExtension(name)], Convert.ToHexStringLower(SHA256.HashData(content.ToArray()))[..12]);
        });
    }

    private sealed record Asset(byte[] Content, string Type, string Version);
}
