using System.Diagnostics;
using System.Text.Json.Nodes;
using Sferum.VkSimulator.Faults;
using Sferum.VkSimulator.Http;

namespace Sferum.VkSimulator.Files;

/// <summary>
/// <c>POST /upload/{kind}/{ticket}</c>: multipart with field <c>file</c> for documents and <c>photo</c> for photos
/// (vk-platform.md §6.1, §6.2). Bad files are refused in the answer's body, as VK does.
/// </summary>
internal sealed class UploadEndpoint(VkPlatform vk, FaultGate gate)
{
    /// <summary>VK's limit of a document.</summary>
    public const long LargestDocument = 200L * 1024 * 1024;

    private const int LargestPhoto = 50 * 1024 * 1024;
    private const int LongestSides = 14_000;
    private const int WidestRatio = 20;
    private const int Server = 857_736;

    private static readonly string[] Forbidden = ["mp3", "exe", "bat", "cmd", "com", "msi", "apk", "scr", "js"];

    public async Task HandleAsync(HttpContext http)
    {
        var started = Stopwatch.GetTimestamp();
        if (await gate.StrikesBeforeAsync(http, FaultBoard.Upload, named: true))
            return;
        var ticket = vk.Uploads.Find((string)http.Request.RouteValues["ticket"]!); // in the route's pattern
        var answer = ticket is null || !http.Request.HasFormContentType
            ? Refuse("ERR_UPLOAD_BAD_REQUEST: the upload address is unknown or the body is no form")
            : Accept(ticket, await http.Request.ReadFormAsync(http.RequestAborted));
        if (await gate.StrikesAfterAsync(http, FaultBoard.Upload, named: true))
            return;
        vk.Traffic.Other(
            "upload",
            ticket?.Kind.ToString() ?? "unknown",
            $"{http.Request.ContentLength} bytes",
            answer.ToJsonString(Json.Relaxed),
            Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        await Responses.JsonAsync(http, Json.Bytes(answer));
    }

    private static JsonObject Refuse(string error) => new() { ["error"] = error };

    private JsonObject Accept(UploadTicket ticket, IFormCollection form)
    {
        var field = ticket.Kind == FileKind.Photo ? "photo" : "file";
        if (form.Files[field] is not { Length: > 0 } file)
            return Refuse($"ERR_UPLOAD_NO_FILE: field {field} is missing");
        using var content = new MemoryStream((int)file.Length);
        using (var source = file.OpenReadStream())
            source.CopyTo(content);
        return ticket.Kind == FileKind.Photo
            ? AcceptPhoto(ticket, file.FileName, content.ToArray())
            : AcceptDocument(ticket, file.FileName, content.ToArray());
    }

    private JsonObject AcceptDocument(UploadTicket ticket, string fileName, byte[] content)
    {
        if (content.Length > LargestDocument)
            return Refuse("ERR_UPLOAD_TOO_BIG: the file is larger than 200 MB");
        var extension = ContentTypes.ExtensionOf(fileName);
        if (extension.Length == 0 || Forbidden.Contains(extension))
            return Refuse("ERR_UPLOAD_FILE_TYPE: the file type is not allowed");
        var token = vk.Uploads.Receive(new ReceivedFile(ticket, fileName, content));
        return new JsonObject { ["file"] = $"{ticket.PeerId}|0|{Server}|{token}" };
    }

    /// <summary>A picture that is no picture gets an empty list, as VK gives it.</summary>
    private JsonObject AcceptPhoto(UploadTicket ticket, string fileName, byte[] content)
    {
        var picture = content.Length <= LargestPhoto ? Picture.Read(content) : null;
        var fits = picture is { Width: > 0, Height: > 0 } && picture.Width + picture.Height <= LongestSides &&
            Math.Max(picture.Width, picture.Height) <= WidestRatio * Math.Min(picture.Width, picture.Height);
        var photo = fits ? $$"""[{"markers_restarted":true,"photo":"{{vk.Uploads.Receive(new ReceivedFile(ticket, fileName, content))}}"}]""" : "[]";
        return new JsonObject { ["server"] = Server, ["photo"] = photo, ["hash"] = Tokens.Hex(16) };
    }
}
