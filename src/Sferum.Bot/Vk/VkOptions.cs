using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Sferum.Bot.Vk;

/// <summary>Settings of section <c>Vk</c>. Limits of VK: <c>vk-platform.md</c> §2.</summary>
internal sealed class VkOptions
{
    public const string Section = "Vk";

    /// <summary>VK moved its API to vk.ru in 2025 (§1.2), so the address is a setting. Ends with a slash.</summary>
    [Required(ErrorMessage = "Vk__ApiBaseUrl — адрес API ВКонтакте, например https://api.vk.ru/method/")]
    public Uri ApiBaseUrl { get; set; } = new("https://api.vk.ru/method/");

    /// <summary>The community's token; rights messages, photos, docs and manage, and no others. A secret: better in a file of <c>Secrets__Path</c>.</summary>
    [Required(ErrorMessage = "Vk__Token — не задан ключ доступа сообщества (Управление → Работа с API → Ключи доступа)")]
    public string Token { get; set; } = "";

    /// <summary>The community's number.</summary>
    public long GroupId { get; set; }

    /// <summary>The community's short name, for printed links and by which it is spoken to in chats; its number does as well.</summary>
    public string ScreenName { get; set; } = "";

    /// <summary>How events arrive: <c>LongPoll</c> needs no address of one's own, <c>Callback</c> is called by VK.</summary>
    [EnumDataType(typeof(VkTransportKind), ErrorMessage = "Vk__Transport — LongPoll или Callback")]
    public VkTransportKind Transport { get; set; } = VkTransportKind.LongPoll;

    /// <summary>Which client speaks to VK: <c>BuiltIn</c>, or <c>VkNet</c> in a build that has it.</summary>
    [EnumDataType(typeof(VkClientKind), ErrorMessage = "Vk__Client — BuiltIn или VkNet")]
    public VkClientKind Client { get; set; } = VkClientKind.BuiltIn;

    /// <summary>The secret key of the callback server, at most 50 characters (§2.1).</summary>
    [MaxLength(50, ErrorMessage = "Vk__CallbackSecret — секретный ключ длиннее 50 знаков")]
    public string CallbackSecret { get; set; } = "";

    /// <summary>The string that VK wants to see once to believe that the callback address is ours.</summary>
    public string CallbackConfirmation { get; set; } = "";

    /// <summary>A community token has 20 requests a second (§2.1).</summary>
    public int RequestsPerSecond { get; set; } = 20;

    /// <summary>How long VK may hold a poll; 25 s is recommended, 90 s the most (§2.3).</summary>
    public TimeSpan LongPollWait { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>Added to <see cref="LongPollWait"/> before a poll counts as hung (§9, lesson 7).</summary>
    public TimeSpan LongPollMargin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one call to VK may take.</summary>
    public TimeSpan ApiTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one file may take to come or go.</summary>
    public TimeSpan FileTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Ends of host names from which files are fetched. A leading dot means the host and all below it; without a dot it
    /// is that very host, port included if there is one (<c>127.0.0.1:5000</c> for a simulator). VK publishes no list (§6.3).
    /// </summary>
    [MinLength(1, ErrorMessage = "Vk__FileHosts — список узлов, с которых можно брать файлы, пуст")]
    public IList<string> FileHosts { get; } = [".vk.com", ".vk.ru", ".userapi.com", ".vkuserphoto.ru", ".mycdn.me", ".vk-cdn.net"];
}

/// <summary>How events arrive.</summary>
internal enum VkTransportKind
{
    LongPoll,
    Callback,
}

/// <summary>Which implementation of the API seam is used.</summary>
internal enum VkClientKind
{
    BuiltIn,
    VkNet,
}

/// <summary>What attributes say, checked by generated code.</summary>
[OptionsValidator]
internal sealed partial class VkOptionsAttributes : IValidateOptions<VkOptions>;

/// <summary>Ranges, whose own words generated code leaves out, and what holds between several settings.</summary>
internal sealed class VkOptionsConsistency(VkClients clients) : IValidateOptions<VkOptions>
{
    public ValidateOptionsResult Validate(string? name, VkOptions options)
    {
        var faults = new List<string>();
        if (options.GroupId < 1)
            faults.Add("Vk__GroupId — не задан номер сообщества (положительное число, например 200100300)");
        if (options.RequestsPerSecond is < 1 or > 1000)
            faults.Add("Vk__RequestsPerSecond — от 1 до 1000; у ключа сообщества 20");
        Within(faults, "Vk__LongPollWait", options.LongPollWait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(90));
        Within(faults, "Vk__LongPollMargin", options.LongPollMargin, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Within(faults, "Vk__ApiTimeout", options.ApiTimeout, TimeSpan.FromSeconds(0.1), TimeSpan.FromMinutes(5));
        Within(faults, "Vk__FileTimeout", options.FileTimeout, TimeSpan.FromSeconds(0.1), TimeSpan.FromMinutes(30));
        if (options.ApiBaseUrl is { } url)
        {
            if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
                faults.Add("Vk__ApiBaseUrl — нужен адрес https:// (http:// допустим только для 127.0.0.1)");
            else if (!url.AbsolutePath.EndsWith('/'))
                faults.Add("Vk__ApiBaseUrl — адрес должен кончаться знаком «/»");
        }

        if (options.Client == VkClientKind.VkNet && !clients.Has(options.Client))
            faults.Add("Vk__Client — в этой программе нет VkNet: поставьте BuiltIn или запустите Sferum.Bot.VkNet, собранную с -p:WithVkNet=true (deploy/vknet.ru.md)");

        if (options.Transport == VkTransportKind.Callback)
        {
            if (options.CallbackSecret.Length == 0)
                faults.Add("Vk__CallbackSecret — для Callback API нужен секретный ключ, тот же, что в настройках сообщества");
            if (options.CallbackConfirmation.Length == 0)
                faults.Add("Vk__CallbackConfirmation — для Callback API нужна строка, которую должен вернуть сервер");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void Within(List<string> faults, string name, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
            faults.Add($"{name} — от {least:c} до {most:c}");
    }
}
