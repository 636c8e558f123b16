namespace Sferum.Bot.VkNet.ServiceAccount;

/// <summary>Settings of section <c>ServiceAccount</c>. Login and password are none: they come from the environment or a prompt alone.</summary>
internal sealed class ServiceAccountOptions
{
    public const string Section = "ServiceAccount";

    public bool Enabled { get; set; }

    /// <summary>Where VK takes login and password.</summary>
    public Uri SignInUrl { get; set; } = new("https://oauth.vk.ru/token");
}
