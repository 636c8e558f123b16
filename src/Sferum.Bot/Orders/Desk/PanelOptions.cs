using System.Net;
using Microsoft.Extensions.Options;

namespace Sferum.Bot.Orders.Desk;

/// <summary>Section <c>Panel</c>: the specialist's desk as web pages.</summary>
public sealed class PanelOptions
{
    public const string Section = "Panel";

    /// <summary>Whether the pages are served; not said: only where the program listens on its own machine alone.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Where people reach the program, without a path; null: the bot hands out no links.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>After so long without a request one has to sign in anew.</summary>
    public TimeSpan IdleTime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>After so long one has to sign in anew in any case.</summary>
    public TimeSpan SessionTime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Network addresses of proxies before the program, whose word on where a request comes from counts; none named: those of its own machine.</summary>
    public IList<string> Proxies { get; } = [];

    /// <summary>Cookies that are sent over TLS only; a proxy before the program may end it, so the address decides.</summary>
    public bool IsSecure => PublicUrl?.Scheme == Uri.UriSchemeHttps;
}

internal sealed class PanelOptionsCheck : IValidateOptions<PanelOptions>
{
    public ValidateOptionsResult Validate(string? name, PanelOptions options)
    {
        var faults = new List<string>();
        if (options.PublicUrl is { } url)
        {
            if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            {
                faults.Add("Panel__PublicUrl: нужен адрес https:// (http:// допустим только для 127.0.0.1). Пример: https://bot.example.ru");
            }
            else if (url.PathAndQuery != "/" || url.UserInfo.Length > 0)
            {
                faults.Add($"Panel__PublicUrl: адрес без пути, например {url.GetLeftPart(UriPartial.Authority)}");
            }
        }

        if (options.Proxies.FirstOrDefault(proxy => !IPAddress.TryParse(proxy, out _)) is { } wrong)
        {
            faults.Add($"Panel__Proxies: «{wrong}» — не сетевой адрес. Пример: Panel__Proxies__0=10.0.0.5.");
        }

        if (options.IdleTime < TimeSpan.FromMinutes(1) || options.IdleTime > options.SessionTime)
        {
            faults.Add("Panel__IdleTime: от минуты до Panel__SessionTime. Пример: 02:00:00.");
        }

        if (options.SessionTime > TimeSpan.FromDays(7))
        {
            faults.Add("Panel__SessionTime: не больше 7 суток. Пример: 12:00:00.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
