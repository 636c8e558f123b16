using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Sferum.Bot.Vk;

/// <summary>
/// The community's token as it stands now. A file of secrets may be replaced while the bot runs (<c>Secrets:Path</c>); an
/// empty one is half a replacement, and the token before it stays. Not the options' own monitor: that throws into the
/// watcher's thread when any setting beside it has become wrong.
/// </summary>
internal sealed class VkToken : IDisposable
{
    private const string Key = $"{VkOptions.Section}:{nameof(VkOptions.Token)}";

    private readonly IDisposable _watch;
    private volatile string _value;
    private CancellationTokenSource _replacement = new();

    public VkToken(IConfiguration configuration, IOptions<VkOptions> options, ILogger<VkToken> log)
    {
        _value = options.Value.Token;
        _watch = ChangeToken.OnChange(configuration.GetReloadToken, () =>
        {
            if (configuration[Key]?.Trim() is { Length: > 0 } now && now != _value)
            {
                _value = now;
                log.TokenReplaced();

                // Not disposed: somebody may be about to take its token, and it holds nothing.
                Interlocked.Exchange(ref _replacement, new CancellationTokenSource()).Cancel();
            }
        });
    }

    public string Value => _value;

    /// <summary>Cancelled when the token of now is replaced; the next replacement has another one.</summary>
    public CancellationToken Replacement => Volatile.Read(ref _replacement).Token;

    public void Dispose()
    {
        _watch.Dispose();
        _replacement.Dispose();
    }
}
