using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Api.Calls;

namespace Sferum.Bot.Tests.Vk;

/// <summary>The client for VK's API as it is, over a carrier that always brings the same answer.</summary>
internal sealed class CannedVkApi(VkHttp.Body body, VkCalls calls) : JsonVkApi(calls, Microsoft.Extensions.Options.Options.Create(new VkOptions { GroupId = 200100300 }), NullLogger.Instance)
{
    public static VkCalls NewCalls(TimeProvider time) =>
        new(new VkRequestRate(1000, time), new VkMetrics(Meters()), time, NullLogger<VkCalls>.Instance);

    protected override Task<VkResult<VkHttp.Body>> CarryAsync(
        string method, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken) =>
        Task.FromResult<VkResult<VkHttp.Body>>(new VkResult<VkHttp.Body>.Ok(body));

    protected override Task<VkResult<VkHttp.Body>> CarryPollAsync(
        Uri server, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken) =>
        CarryAsync("", parameters, cancellationToken);

    private static IMeterFactory Meters() => new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
}
