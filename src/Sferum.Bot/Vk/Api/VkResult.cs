namespace Sferum.Bot.Vk.Api;

/// <summary>
/// What a call to VK came to. Nothing that VK or the network may do is an exception: exceptions are for bugs and for
/// cancellation. A closed list.
/// </summary>
internal abstract record VkResult<T>
{
    private VkResult()
    {
    }

    public sealed record Ok(T Value) : VkResult<T>;

    /// <summary>VK answered and said no.</summary>
    public sealed record Error(VkError Problem) : VkResult<T>;

    /// <summary>No answer that could be understood: timeout, reset, 5xx, something that is not VK's JSON.</summary>
    public sealed record Fault(VkFault Problem) : VkResult<T>;

    /// <summary>Not called: what had to go before it in the same <c>execute</c> did not.</summary>
    public sealed record NotCalled : VkResult<T>;

    /// <summary>The same result with the value seen otherwise.</summary>
    public VkResult<TOther> Select<TOther>(Func<T, TOther> see) => this switch
    {
        Ok ok => new VkResult<TOther>.Ok(see(ok.Value)),
        Error error => new VkResult<TOther>.Error(error.Problem),
        Fault fault => new VkResult<TOther>.Fault(fault.Problem),
        NotCalled => new VkResult<TOther>.NotCalled(),
        _ => throw new InvalidOperationException($"Unknown result {GetType().Name}."),
    };
}

/// <summary>VK's refusal. <paramref name="Message"/> is VK's English text, without the echo of the request's parameters.</summary>
/// <param name="Code">See <see cref="Errors.VkErrorPolicy"/> and <c>vk-platform.md</c> §5.</param>
/// <param name="Subcode">0 when there is none.</param>
internal sealed record VkError(int Code, string Message, int Subcode = 0);

/// <summary>The network's or a proxy's doing. <paramref name="Reason"/> holds no address and no text of a person.</summary>
/// <param name="Uncertain">VK may have carried out the call all the same.</param>
internal sealed record VkFault(string Reason, bool Uncertain)
{
    /// <summary>The request has more bytes than whoever stands before VK takes (HTTP 413): in parts it may go.</summary>
    public bool IsTooLarge { get; init; }
}
