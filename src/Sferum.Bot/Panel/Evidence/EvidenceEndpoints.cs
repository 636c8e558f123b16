using Microsoft.Net.Http.Headers;
using Sferum.Bot.Orders;
using Sferum.Bot.Panel.Faults;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Panel.Evidence;

/// <summary>Evidence to look at. What it is says its content, not its name; what a browser might run is only saved.</summary>
internal static class EvidenceEndpoints
{
    public static void MapEvidence(this RouteGroupBuilder panel)
    {
        panel.MapGet("/files/{id:long}", GetAsync);
        panel.MapGet("/files/{id:long}/small", GetSmallAsync);
    }

    /// <summary>A preview, which the bot made itself.</summary>
    private static async Task<IResult> GetSmallAsync(long id, Database database, EvidenceReport evidence, CancellationToken cancellationToken) =>
        await database.ReadAsync((db, stop) => evidence.PreviewAsync(db, id, stop), cancellationToken) is { } preview
            ? TypedResults.Bytes(preview, "image/jpeg")
            : FaultPages.NotFound;

    private static async Task<IResult> GetAsync(
        long id, HttpContext http, Database database, EvidenceReport evidence, ContentStore contents, CancellationToken cancellationToken)
    {
        if (await database.ReadAsync((db, stop) => evidence.FindAsync(db, id, stop), cancellationToken) is not { Sha256: { } sha256 } file)
        {
            return FaultPages.NotFound;
        }

        Stream content;
        try
        {
            content = contents.Open(sha256);
        }
        catch (FileNotFoundException)
        {
            return FaultPages.NotFound;
        }

        var type = await EvidenceType.OfAsync(content, cancellationToken);
        if (type != EvidenceType.Unknown)
        {
            PanelHeaders.AllowFile(http);
        }

        var disposition = new ContentDispositionHeaderValue(type == EvidenceType.Unknown ? "attachment" : "inline");
        disposition.SetHttpFileName(file.Name.Length > 0 ? file.Name : $"{file.Kind}-{file.Id}");
        http.Response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Stream(content, type);
    }
}
