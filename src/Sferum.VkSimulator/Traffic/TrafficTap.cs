namespace Sferum.VkSimulator.Traffic;

/// <summary>
/// Whole traffic of every simulator of the process, for the proof that it is valid by VK's own schema. Nobody listens
/// outside the test suite.
/// </summary>
internal static class TrafficTap
{
    public static event Action<VkSimulatorOptions, Exchange>? Tapped;

    public static bool IsOpen => Tapped is not null;

    public static void Write(VkSimulatorOptions simulator, Exchange exchange) => Tapped?.Invoke(simulator, exchange);
}

/// <summary>What was said, whole and unmasked.</summary>
internal abstract record Exchange
{
    private Exchange()
    {
    }

    /// <param name="Answer">The envelope: <c>{"response":…}</c> or <c>{"error":…}</c>.</param>
    public sealed record Call(string Method, IReadOnlyDictionary<string, string> Parameters, string Answer) : Exchange;

    public sealed record Event(string Json) : Exchange;
}
