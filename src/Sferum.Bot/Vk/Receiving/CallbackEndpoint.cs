using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Vk.Receiving;

/// <summary>
/// <c>POST /vk/callback</c> (<c>vk-platform.md</c> §4.4): the event is in the database before VK hears <c>ok</c>; while
/// the database cannot take it, VK is asked to come again. No call of the API is made here.
/// </summary>
internal sealed class CallbackEndpoint(InboxStore inbox, IOptions<VkOptions> options, TimeProvider time, ILogger<CallbackEndpoint> log) : IDisposable
{
    public const string Path = "/vk/callback";

    private const int LargestBody = 1024 * 1024;

    /// <summary>More at once than one database writes in <see cref="StoreTime"/> by far: the rest is asked to come later.</summary>
    private const int MostAtOnce = 64;

    private static readonly TimeSpan StoreTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ComeAgain = TimeSpan.FromSeconds(30);

    private readonly CommunityName _us = CommunityName.Of(options.Value);
    private readonly SemaphoreSlim _places = new(MostAtOnce, MostAtOnce);

    public async Task HandleAsync(HttpContext http)
    {
        if (await BodyAsync(http) is not { } body)
        {
            await AnswerAsync(http, StatusCodes.Status413PayloadTooLarge, "too large");
            return;
        }

        switch (Look(body))
        {
            case Delivery.Confirmation:
                await AnswerAsync(http, StatusCodes.Status200OK, options.Value.CallbackConfirmation);
                break;
            case Delivery.Foreign:
                log.CallbackRefused();
                await AnswerAsync(http, StatusCodes.Status403Forbidden, "forbidden");
                break;
            case Delivery.NotJson:
                log.CallbackNotJson();
                await AnswerAsync(http, StatusCodes.Status400BadRequest, "not JSON");
                break;
            case Delivery.Event:
                await StoreAsync(http, body);
                break;
            case var other:
                throw new InvalidOperationException($"Unknown delivery {other}.");
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task StoreAsync(HttpContext http, string body)
    {
        if (!_places.Wait(0))
        {
            await LaterAsync(http, StatusCodes.Status429TooManyRequests);
            return;
        }

        // Not the request's token: what has begun is finished even if VK hangs up, since VK would only send it again.
        using var limit = new CancellationTokenSource(StoreTime, time);
        try
        {
            if (VkEventReader.Read(body, _us) is var update && !VkEventReader.IsEcho(update))
                await inbox.StoreAsync([update.Event], null, limit.Token);
        }
        catch (Exception exception)
        {
            log.CallbackNotStored(exception);
            await LaterAsync(http, StatusCodes.Status503ServiceUnavailable);
            return;
        }
        finally
        {
            _places.Release();
        }

        await AnswerAsync(http, StatusCodes.Status200OK, "ok");
    }

    private Delivery Look(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 512 });
            var json = document.RootElement;
            if (json.ValueKind != JsonValueKind.Object)
                return Delivery.NotJson;
            if (json.Long("group_id") != options.Value.GroupId)
                return Delivery.Foreign;
            if (json.Text("type") == "confirmation")
                return Delivery.Confirmation;
            return IsSecret(json.Text("secret")) ? Delivery.Event : Delivery.Foreign;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Delivery.NotJson;
        }
    }

    /// <summary>In constant time whatever the length: hashes are compared.</summary>
    private bool IsSecret(string given) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(given)),
        SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.CallbackSecret)));

    /// <summary>Null when it is larger than VK's events ever are.</summary>
    private static async Task<string?> BodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength > LargestBody)
            return null;

        var body = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            var read = await http.Request.Body.ReadAsync(body.GetMemory(4096), http.RequestAborted);
            if (read == 0)
                return Encoding.UTF8.GetString(body.WrittenSpan);
            body.Advance(read);
            if (body.WrittenCount > LargestBody)
                return null;
        }
    }

    private static Task LaterAsync(HttpContext http, int status)
    {
        http.Response.Headers.RetryAfter = ComeAgain.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        return AnswerAsync(http, status, "later");
    }

    private static async Task AnswerAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), http.RequestAborted);
    }

    private enum Delivery
    {
        NotJson,
        Foreign,
        Confirmation,
        Event,
    }
}
