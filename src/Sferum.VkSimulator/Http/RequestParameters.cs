using Microsoft.Extensions.Primitives;

namespace Sferum.VkSimulator.Http;

/// <summary>Parameters of a request from query and form alike; the form wins. A JSON body has none (vk-platform.md §1.1).</summary>
internal static class RequestParameters
{
    public static async Task<Dictionary<string, string>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Query)
            parameters[name] = Join(value);
        if (!request.HasFormContentType)
            return parameters;
        foreach (var (name, value) in await request.ReadFormAsync(cancellationToken))
            parameters[name] = Join(value);
        return parameters;
    }

    private static string Join(StringValues values) => values.Count == 1 ? values[0] ?? "" : values.ToString();
}
