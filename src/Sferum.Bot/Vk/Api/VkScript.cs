using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Sferum.Bot.Vk.Api;

/// <summary>
/// The program of an <c>execute</c>: an array of calls with literal parameters (<c>vk-platform.md</c> §1.5). Every
/// parameter is a quoted string, so that no text of a person can become part of the program.
/// </summary>
internal static class VkScript
{
    private static readonly SearchValues<char> Special =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\', '\u2028', '\u2029']);

    /// <summary>
    /// Calls in their order. A message after another one to the same peer goes only if that one went: VK's page of
    /// <c>execute</c> lists <c>if</c>, and a call that failed is <c>false</c> (§1.5). Where it did not go, the result is null.
    /// </summary>
    public static void Write(StringBuilder script, ImmutableArray<VkCall> calls)
    {
        var before = Predecessors(calls);
        var named = calls.Select(call => (VkMethods.Name(call), VkMethods.Parameters(call))).ToImmutableArray();
        if (before.All(index => index is null))
            Write(script, named);
        else
            Write(script, named, before);
    }

    /// <summary>For each call the place of the one that has to go before it, if any.</summary>
    public static ImmutableArray<int?> Predecessors(ImmutableArray<VkCall> calls)
    {
        var last = new Dictionary<long, int>(calls.Length);
        var before = ImmutableArray.CreateBuilder<int?>(calls.Length);
        for (var i = 0; i < calls.Length; i++)
        {
            before.Add(null);
            if (calls[i] is VkCall.Send { PeerId: var peer })
            {
                before[i] = last.TryGetValue(peer, out var first) ? first : null;
                last[peer] = i;
            }
        }

        return before.MoveToImmutable();
    }

    /// <summary>The newest messages of each of these dialogs.</summary>
    public static void WriteHistories(StringBuilder script, ImmutableArray<long> peerIds, int count) => Write(script,
    [
        .. peerIds.Select(peer => (VkMethods.GetHistory, (IReadOnlyList<KeyValuePair<string, string>>)
        [
            new("peer_id", peer.ToString(CultureInfo.InvariantCulture)),
            new("count", count.ToString(CultureInfo.InvariantCulture)),
        ])),
    ]);

    private static void Write(StringBuilder script, ImmutableArray<(string Method, IReadOnlyList<KeyValuePair<string, string>> Parameters)> calls)
    {
        ThrowIfTooMany(calls.Length);
        script.Append("return [");
        for (var i = 0; i < calls.Length; i++)
        {
            if (i > 0)
                script.Append(',');
            Call(script, calls[i].Method, calls[i].Parameters);
        }

        script.Append("];");
    }

    /// <param name="before">As <see cref="Predecessors"/>.</param>
    private static void Write(
        StringBuilder script, ImmutableArray<(string Method, IReadOnlyList<KeyValuePair<string, string>> Parameters)> calls, ImmutableArray<int?> before)
    {
        ThrowIfTooMany(calls.Length);
        for (var i = 0; i < calls.Length; i++)
        {
            script.Append(CultureInfo.InvariantCulture, $"var r{i}=");
            if (before[i] is { } first)
                script.Append(CultureInfo.InvariantCulture, $"null;if(r{first}){{r{i}=");
            Call(script, calls[i].Method, calls[i].Parameters);
            script.Append(before[i] is null ? ";" : ";}");
        }

        script.Append("return [");
        for (var i = 0; i < calls.Length; i++)
            script.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "," : "")}r{i}");
        script.Append("];");
    }

    private static void ThrowIfTooMany(int calls)
    {
        if (calls > VkMethods.CallsPerExecute)
            throw new ArgumentException($"{calls} calls are more than execute takes.", nameof(calls));
    }

    private static void Call(StringBuilder script, string method, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        script.Append("API.").Append(method).Append("({");
        var first = true;
        foreach (var (name, value) in parameters)
        {
            if (!first)
                script.Append(',');
            first = false;
            Quote(script, name);
            script.Append(':');
            Quote(script, value);
        }

        script.Append("})");
    }

    /// <summary>
    /// As JavaScript's JSON.stringify writes it, which is what other clients send: only quote, backslash and control
    /// characters are escaped. Whether VKScript reads <c>\uXXXX</c> is not documented, so other control characters are left out.
    /// </summary>
    private static void Quote(StringBuilder script, string text)
    {
        script.Append('"');
        var rest = text.AsSpan();
        for (var special = rest.IndexOfAny(Special); special >= 0; special = rest.IndexOfAny(Special))
        {
            script.Append(rest[..special]);
            script.Append(rest[special] switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => "",
            });
            rest = rest[(special + 1)..];
        }

        script.Append(rest);
        script.Append('"');
    }
}
