using Sferum.VkSimulator.Http;

namespace Sferum.VkSimulator.Files;

/// <summary>
/// <c>GET /file/{id}/{name}?hash=…</c>: signed downloads; without the right key an HTML page, as VK gives it.
/// Pictures of stickers need no key.
/// </summary>
internal sealed class FileEndpoint(FileStore files)
{
    /// <summary>Stands in the place of a file's id.</summary>
    public const string Sticker = "sticker";

    public async Task HandleAsync(HttpContext http)
    {
        if ((string?)http.Request.RouteValues["id"] == Sticker)
        {
            http.Response.ContentType = ContentTypes.Of("png");
            await http.Response.Body.WriteAsync(Picture.Sample, http.RequestAborted);
            return;
        }

        var file = int.TryParse((string?)http.Request.RouteValues["id"], out var id) ? files.Find(id) : null;
        if (file is null)
        {
            await Responses.HtmlAsync(http, StatusCodes.Status404NotFound, "File was deleted");
            return;
        }

        if (http.Request.Query["hash"] != file.AccessKey)
        {
            await Responses.HtmlAsync(http, StatusCodes.Status403Forbidden, "Access denied");
            return;
        }

        http.Response.ContentType = file.ContentType;
        http.Response.ContentLength = file.Content.Length;
        await http.Response.Body.WriteAsync(file.Content, http.RequestAborted);
    }
}
