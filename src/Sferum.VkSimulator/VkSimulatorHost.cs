using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Sferum.VkSimulator.Admin;
using Sferum.VkSimulator.Events;
using Sferum.VkSimulator.Files;
using Sferum.VkSimulator.Http;
using Sferum.VkSimulator.Methods;

namespace Sferum.VkSimulator;

/// <summary>
/// A running VK simulator on 127.0.0.1: API methods, long poll, callbacks, uploads, admin API and page. The typed members do
/// what the admin API does, for programs and tests in the same process.
/// </summary>
public sealed class VkSimulatorHost : IAsyncDisposable
{
    /// <summary>Form fields of an upload and of <c>execute</c> scripts.</summary>
    private const int LargestFormValue = 16 * 1024 * 1024;

    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(2);

    private readonly WebApplication _app;
    private readonly VkPlatform _vk;
    private int _disposed;

    private VkSimulatorHost(WebApplication app, VkPlatform vk, Uri address)
    {
        _app = app;
        _vk = vk;
        Address = address;
        People = new SimulatedPeople(vk);
    }

    /// <summary>Root address; also the page's.</summary>
    public Uri Address { get; }

    /// <summary>What a client takes as API base; ends with <c>/method/</c>.</summary>
    public Uri ApiBaseUrl => new(Address, "method/");

    public long GroupId => _vk.Options.GroupId;

    public string Token => _vk.Options.Token;

    public VirtualClock Clock => _vk.Clock;

    /// <summary>People, chats and what they do.</summary>
    public SimulatedPeople People { get; }

    /// <summary>Faults in force; replaced as a whole.</summary>
    public IReadOnlyList<FaultRule> Faults
    {
        get => _vk.Faults.Rules;
        set => _vk.Faults.Replace(value);
    }

    /// <summary>The place of the newest event in the stream of long poll, as VK's <c>ts</c>.</summary>
    public long NewestEvent
    {
        get
        {
            lock (_vk.World.Gate)
                return long.Parse(_vk.Events.Ts, System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Starts a simulator; it listens when this completes.</summary>
    public static async Task<VkSimulatorHost> StartAsync(VkSimulatorOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger<VkSimulatorHost>();
        var vk = new VkPlatform(options, new VirtualClock(options.TimeProvider, options.StartAt), logger);
        var app = Build(options, vk);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            await vk.DisposeAsync();
            throw;
        }

        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses; // Kestrel has it
        var address = new Uri(listening.First() + "/");
        vk.World.Address = address;
        Log.Listening(logger, address);
        return new VkSimulatorHost(app, vk, address);
    }

    /// <summary>Puts an update into the event stream as it is, damaged or not.</summary>
    public void RaiseRaw(string json)
    {
        lock (_vk.World.Gate)
            _vk.Events.EmitRaw(json);
    }

    /// <summary>Switches «Возможности ботов»; without them a keyboard is error 912.</summary>
    public void SetBotCapabilities(bool on)
    {
        lock (_vk.World.Gate)
            _vk.World.Settings.BotCapabilities = on;
    }

    /// <summary>Switches delivery of an event type over long poll.</summary>
    public void SetLongPollEvent(string type, bool on)
    {
        lock (_vk.World.Gate)
        {
            if (on)
                _vk.World.Settings.LongPollEvents.Add(type);
            else
                _vk.World.Settings.LongPollEvents.Remove(type);
        }
    }

    /// <summary>Makes every long poll key expire: <c>failed: 2</c> follows.</summary>
    public void ExpireLongPollKeys()
    {
        lock (_vk.World.Gate)
            _vk.Events.ForgetKeys();
    }

    /// <summary>Empties the simulator; the clock stays.</summary>
    public void Reset() => _vk.Reset();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _vk.DisposeAsync();
    }

    private static WebApplication Build(VkSimulatorOptions options, VkPlatform vk)
    {
        // Empty: neither settings files nor environment of the surrounding program reach the simulator.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Sferum.VkSimulator" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.Limits.MaxRequestBodySize = UploadEndpoint.LargestDocument + 1024 * 1024;
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form =>
        {
            form.ValueLengthLimit = LargestFormValue;
            form.MultipartBodyLengthLimit = UploadEndpoint.LargestDocument + 1024 * 1024;
        });
        var app = builder.Build();
        Map(app, vk);
        return app;
    }

    private static void Map(WebApplication app, VkPlatform vk)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        var gate = new FaultGate(vk.Faults, vk.Options, vk.Clock);
        string[] getOrPost = [HttpMethods.Get, HttpMethods.Post];
        app.MapMethods("/method/{name}", getOrPost, new ApiEndpoint(vk, gate).HandleAsync);
        app.MapMethods("/lp/{groupId}", getOrPost, new LongPollEndpoint(vk.World, vk.Events, gate, stopping).HandleAsync);
        app.MapMethods("/upload/{kind}/{ticket}", [HttpMethods.Post], new UploadEndpoint(vk, gate).HandleAsync);
        app.MapMethods("/file/{id}/{name}", [HttpMethods.Get], new FileEndpoint(vk.World.Files).HandleAsync);
        AdminEndpoints.Map(app, vk, stopping);
        app.MapMethods("/{**path}", [HttpMethods.Get], PageFiles.HandleAsync);
    }
}
