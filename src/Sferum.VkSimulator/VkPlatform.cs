using Sferum.VkSimulator.Events;
using Sferum.VkSimulator.Faults;
using Sferum.VkSimulator.Files;
using Sferum.VkSimulator.Traffic;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator;

/// <summary>The parts of one simulated VK, put together once.</summary>
internal sealed class VkPlatform : IAsyncDisposable
{
    private readonly CallbackPost _post;

    public VkPlatform(VkSimulatorOptions options, VirtualClock clock, ILogger logger)
    {
        Options = options;
        Clock = clock;
        Logger = logger;
        World = new VkWorld(options, clock);
        Faults = new FaultBoard(options.Seed);
        Traffic = new TrafficLog(options.TrafficKept, clock, World.Feed);
        _post = new CallbackPost(options, clock, Traffic, logger);
        Callbacks = new CallbackServers(_post);
        Events = new EventStream(World, Faults, Traffic, Callbacks);
        Uploads = new UploadTickets();
        clock.Moved += now => World.Feed.Publish("clock", new { now });
    }

    public VkSimulatorOptions Options { get; }

    public VirtualClock Clock { get; }

    public ILogger Logger { get; }

    public VkWorld World { get; }

    public FaultBoard Faults { get; }

    public TrafficLog Traffic { get; }

    public CallbackServers Callbacks { get; }

    public EventStream Events { get; }

    public UploadTickets Uploads { get; }

    /// <summary>Empty simulator: no people, chats, faults, callback servers; long poll keys expire; the clock stays.</summary>
    public void Reset()
    {
        lock (World.Gate)
        {
            World.Reset();
            Events.ForgetKeys();
            Callbacks.Clear();
            Faults.Replace([]);
            Traffic.Clear();
        }
    }

    public ValueTask DisposeAsync() => _post.DisposeAsync();
}
