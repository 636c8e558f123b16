using Sferum.Bot.Vk.Api;

namespace Sferum.Bot.VkNet.Api;

/// <summary>
/// One call on its way through VkNet, which hands neither cancellation nor the kind of a call down to its HTTP, and of the
/// answer only what its models know up again. It flows with the call; <see cref="VkNetHttp"/> finds it there.
/// </summary>
/// <param name="client">One of the names of <see cref="VkHttp"/>: how long the answer may take.</param>
internal sealed class VkNetExchange(string client, CancellationToken cancellationToken)
{
    private static readonly AsyncLocal<VkNetExchange?> Flowing = new();

    public static VkNetExchange? Current => Flowing.Value;

    public string Client => client;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>What came back, before VkNet has looked at it; null until then.</summary>
    public VkResult<VkHttp.Body>? Answer { get; set; }

    /// <summary>
    /// Runs a call of VkNet. It blocks its thread until VK has answered, so it gets one of its own: held up by an outage,
    /// calls would otherwise take those that everything else runs on.
    /// </summary>
    public Task RunAsync(Action call) => Task.Factory.StartNew(
        () =>
        {
            Flowing.Value = this;
            call();
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
