using System.Collections.Frozen;
using System.Reflection;
using Sferum.VkSimulator.Files;

namespace Sferum.VkSimulator.Http;

/// <summary>Serves the page of the simulator: the files of folder <c>Page</c>, embedded in the assembly.</summary>
internal static class PageFiles
{
    private const string Prefix = "Sferum.VkSimulator.Page.";
    private const string Index = "index.html";

    private static readonly Assembly Own = typeof(PageFiles).Assembly;
    private static readonly FrozenSet<string> Names = Own.GetManifestResourceNames().ToFrozenSet(StringComparer.Ordinal);

    public static async Task HandleAsync(HttpContext http)
    {
        var path = ((string?)http.Request.RouteValues["path"]) is { Length: > 0 } given ? given : Index;
        var name = Prefix + path.Replace('/', '.');
        if (!Names.Contains(name))
        {
            await Responses.HtmlAsync(http, StatusCodes.Status404NotFound, "Not found");
            return;
        }

        http.Response.ContentType = TypeOf(ContentTypes.ExtensionOf(path));
        http.Response.Headers.CacheControl = "no-cache";
        await using var file = Own.GetManifestResourceStream(name)!; // the name is one of the manifest's
        http.Response.ContentLength = file.Length;
        await file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static string TypeOf(string extension) => extension switch
    {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "ico" => "image/x-icon",
        "json" => "application/json; charset=utf-8",
        _ => ContentTypes.Of(extension),
    };
}
