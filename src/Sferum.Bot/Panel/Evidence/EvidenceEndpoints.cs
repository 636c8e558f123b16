using Microsoft.Net.Http.Headers;
using Sferum.Bot.Panel.Faults;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Panel.Evidence;

/// <summary>Evidence to look at. What it is says its content, not its name; what a browser might run is only saved.</summary>
internal static class EvidenceEndpoints
{
    private const string Unknown = "application/octet-stream";
    private const int LongestMagic = 12;

    public static void MapEvidence(this RouteGroupBuilder panel) => panel.MapGet("/files/{id:long}", GetAsync);

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

        var magic = new byte[LongestMagic];
        var read = await content.ReadAtLeastAsync(magic, LongestMagic, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        var type = TypeOf(magic.AsSpan(0, read));
        var disposition = new ContentDispositionHeaderValue(type == Unknown ? "attachment" : "inline");
        disposition.SetHttpFileName(file.Name.Length > 0 ? file.Name : $"{file.Kind}-{file.Id}");
        http.Response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Stream(content, type);
    }

    internal static string TypeOf(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        _ => Unknown,
    };
}
