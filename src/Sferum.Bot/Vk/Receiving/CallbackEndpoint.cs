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

    /// <summary>Bodies of a megabyte that may be in memory at once. VK's are sent within milliseconds.</summary>
    private const int MostReadAtOnce = 256;

    /// <summary>Strangers who send a byte now and then must not hold their places.</summary>
    private static readonly TimeSpan ReadTime = TimeSpan.FromSeconds(10);

    /// <summary>Strangers must not fill the log.</summary>
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan StoreTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ComeAgain = TimeSpan.FromSeconds(30);

    private readonly CommunityName _us = CommunityName.Of(options.Value);
    private readonly SemaphoreSlim _places = new(MostAtOnce, MostAtOnce);
    private readonly SemaphoreSlim _readers = new(MostReadAtOnce, MostReadAtOnce);
    private readonly SparseCount _foreign = new(BetweenLines, time);
    private readonly SparseCount _notJson = new(BetweenLines, time);

    public async Task HandleAsync(HttpContext http)
    {
        if (!_readers.Wait(0))
        {
            await LaterAsync(http, StatusCodes.Status429TooManyRequests);
            return;
        }

        try
        {
            switch (await BodyAsync(http))
            {
                case Body.Whole { Text: var text }:
                    await TakeAsync(http, text);
                    break;
                case Body.TooLarge:
                    await AnswerAsync(http, StatusCodes.Status413PayloadTooLarge, "too large");
                    break;
                case Body.TooSlow:
                    http.Response.Headers.Connection = "close";
                    await AnswerAsync(http, StatusCodes.Status408RequestTimeout, "too slow");
                    break;
                case var other:
                    throw new InvalidOperationException($"Unknown body {other.GetType().Name}.");
            }
        }
        finally
        {
            _readers.Release();
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _readers.Dispose();
    }

    private async Task TakeAsync(HttpContext http, string body)
    {
        switch (Look(body))
        {
            case Delivery.Confirmation:
                await AnswerAsync(http, StatusCodes.Status200OK, options.Value.CallbackConfirmation);
                break;
            case Delivery.Foreign:
                if (_foreign.Count() is > 0 and var foreign)
                    log.CallbackRefused(foreign);
                await AnswerAsync(http, StatusCodes.Status403Forbidden, "forbidden");
                break;
            case Delivery.NotJson:
                if (_notJson.Count() is > 0 and var damaged)
                    log.CallbackNotJson(damaged);
                await AnswerAsync(http, StatusCodes.Status400BadRequest, "not JSON");
                break;
            case Delivery.Event:
                await StoreAsync(http, body);
                break;
            case var other:
                throw new InvalidOperationException($"Unknown delivery {other}.");
        }
    }

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

    /// <summary>Whatever its type is said to be: VK's own is JSON, and nothing else is read.</summary>
    private async Task<Body> BodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength > LargestBody)
            return new Body.TooLarge();

        using var limit = new CancellationTokenSource(ReadTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, limit.Token);
        try
        {
            var body = new ArrayBufferWriter<byte>(4096);
            while (true)
            {
                var read = await http.Request.Body.ReadAsync(body.GetMemory(4096), either.Token);
                if (read == 0)
                    return new Body.Whole(Encoding.UTF8.GetString(body.WrittenSpan));
                body.Advance(read);
                if (body.WrittenCount > LargestBody)
                    return new Body.TooLarge();
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new Body.TooSlow();
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

    private abstract record Body
    {
        private Body()
        {
        }

        public sealed record Whole(string Text) : Body;

        /// <summary>Larger than VK's events ever are.</summary>
        public sealed record TooLarge : Body;

        public sealed record TooSlow : Body;
    }
}
