using Microsoft.Extensions.DependencyInjection;
#if WITH_VKNET
using Sferum.Bot.VkNet;
#endif

namespace Sferum.Bot.Tests.Support;

/// <summary>What tests of the second client need; in a build without it, why they are not run.</summary>
internal static class WithVkNet
{
#if WITH_VKNET
    public static string? Missing => null;

    /// <summary>The program that has both clients.</summary>
    public static string Program => typeof(VkNetRegistration).Assembly.Location;

    public static void Add(IServiceCollection services) => services.AddVkNet();
#else
    public static string? Missing => "VkNet is not compiled in: its packages are not in every registry. Build with -p:WithVkNet=true";

    /// <summary>The program that has both clients.</summary>
    public static string Program => throw new InvalidOperationException(Missing);

    public static void Add(IServiceCollection services) => throw new InvalidOperationException(Missing);
#endif
}
