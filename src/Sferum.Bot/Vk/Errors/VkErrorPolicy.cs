using System.Collections.Frozen;
using Sferum.Bot.Vk.Api;

namespace Sferum.Bot.Vk.Errors;

/// <summary>
/// Every error code of <c>vk-platform.md</c> §5 with what to do about it, as data. Where §5 leaves a choice («T/F»), the
/// line here says which was taken and why.
/// </summary>
internal static class VkErrorPolicy
{
    public const int TooManyRequests = 6;
    public const int NotCompiled = 12;
    public const int NotRun = 13;
    public const int RateLimitReached = 29;

    /// <summary>Who is to be removed from a chat is not in it.</summary>
    public const int NotInChat = 935;

    private const int Captcha = 14;
    private const int AccessDenied = 15;
    private const int GroupAuthFailed = 27;
    private const int BotFeaturesOff = 912;
    private const int MethodPermissionDenied = 1133;
    private const int AppTypePermissionDenied = 1134;

    private static readonly FrozenDictionary<int, VkErrorRule> Rules = new[]
    {
        Same(VkPolicy.Retry, 1, TooManyRequests, 10, 36),
        Same(VkPolicy.RetryOnce, 22, 105, 106, 114, 118, 119, 121, 122, 129),
        Pause(VkPolicy.RetryThenWait, TimeSpan.FromMinutes(10), 43, 995),

        // Flood control counts messages of an hour; a captcha is solved by a person only.
        Pause(VkPolicy.Wait, TimeSpan.FromMinutes(1), 32),
        Pause(VkPolicy.Wait, TimeSpan.FromMinutes(5), 9),
        Pause(VkPolicy.Wait, TimeSpan.FromMinutes(10), RateLimitReached),
        Pause(VkPolicy.Wait, TimeSpan.FromMinutes(30), Captcha),
        Pause(VkPolicy.Wait, TimeSpan.FromHours(1), 103, 300, 944, 982, 984),
        Pause(VkPolicy.Wait, TimeSpan.FromHours(12), 601),

        // 7 without a subcode is a missing right of the token, so T. 915 and 916 are the community's switch «Сообщения».
        Same(VkPolicy.Alert,
            2, 4, 5, 7, 11, 17, 20, 21, 28, 34, 35, 38, 42, 700, 701, 702, 703, 704, 711, 714, 915, 916,
            1105, 1114, 1116, 1117, 1118, 2000, 3609),
        Same(VkPolicy.Refuse,
            3, 8, NotCompiled, NotRun, 16, 19, 23, 33, 40, 100, 101, 104, 125, 150, 200, 201, 203, 260,
            909, 910, 913, 914, 920, 921, 924, NotInChat, 940, 942, 943, 949, 969, 970,
            1009, 1010, 1011, 1150, 1151, 1152, 1153, 1154, 1155, 1160, 1260, 9999),

        // 15 and 27 are told apart by subcode and text, see Of.
        Same(VkPolicy.Refuse, AccessDenied),
        Same(VkPolicy.Alert, GroupAuthFailed),
        Same(VkPolicy.DropKeyboard, 911, BotFeaturesOff),
        Same(VkPolicy.Unreachable, 18, 30, 37, 39, 113, 900, 901, 902, 918, 936, 939, 947, 950, 981, 985, 987, 988, 1021, 3610, 3611),
        Same(VkPolicy.ChatUnusable, 917, 919, 922, 925, 927, 931, 932, 945, 946, 962, 967, 983, 1012, 1017, 1019),
        Same(VkPolicy.NotExpected, 24, 25, 41, 600, 603, 907, 908, 990, 3300, 3301, 3302, 3303, 3304, 3305),
    }.SelectMany(rules => rules).ToFrozenDictionary(rule => rule.Code);

    public static VkErrorRule Of(VkError error)
    {
        if (!Rules.TryGetValue(error.Code, out var rule))
            return new VkErrorRule(error.Code, VkPolicy.Unknown, TimeSpan.Zero);

        return error.Code switch
        {
            AccessDenied when error.Subcode is MethodPermissionDenied or AppTypePermissionDenied => rule with { Policy = VkPolicy.Alert },
            GroupAuthFailed when error.Message.Contains("unavailable", StringComparison.OrdinalIgnoreCase) => rule with { Policy = VkPolicy.Refuse },
            _ => rule,
        };
    }

    /// <summary>A line in the log as loud as the error deserves. The method's name and VK's words, no parameters.</summary>
    public static void Report(ILogger log, string method, VkError error)
    {
        switch (Of(error).Policy)
        {
            case VkPolicy.Alert:
            case VkPolicy.Wait when error.Code == Captcha:
            case VkPolicy.DropKeyboard when error.Code == BotFeaturesOff:
                log.NeedsMending(method, error.Code, error.Message);
                break;
            case VkPolicy.Unknown:
                log.UnknownError(method, error.Code, error.Message);
                break;
            case VkPolicy.Unreachable or VkPolicy.ChatUnusable:
                log.PeerRefused(method, error.Code);
                break;
            default:
                log.CallRefused(method, error.Code, error.Message);
                break;
        }
    }

    private static IEnumerable<VkErrorRule> Same(VkPolicy policy, params int[] codes) => Pause(policy, TimeSpan.Zero, codes);

    private static IEnumerable<VkErrorRule> Pause(VkPolicy policy, TimeSpan pause, params int[] codes) =>
        codes.Select(code => new VkErrorRule(code, policy, pause));
}
