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
    public static string Of(ImmutableArray<VkCall> calls) => Of([.. calls.Select(call => (VkMethods.Name(call), VkMethods.Parameters(call)))]);

    /// <summary>The newest messages of each of these dialogs.</summary>
    public static string OfHistories(ImmutableArray<long> peerIds, int count) => Of(
    [
        .. peerIds.Select(peer => (VkMethods.GetHistory, (IReadOnlyList<KeyValuePair<string, string>>)
        [
            new("peer_id", peer.ToString(CultureInfo.InvariantCulture)),
            new("count", count.ToString(CultureInfo.InvariantCulture)),
        ])),
    ]);

    private static string Of(ImmutableArray<(string Method, IReadOnlyList<KeyValuePair<string, string>> Parameters)> calls)
    {
        if (calls.Length > VkMethods.CallsPerExecute)
            throw new ArgumentException($"{calls.Length} calls are more than execute takes.", nameof(calls));

        var script = new StringBuilder("return [");
        for (var i = 0; i < calls.Length; i++)
        {
            if (i > 0)
                script.Append(',');
            script.Append("API.").Append(calls[i].Method).Append("({");
            var first = true;
            foreach (var (name, value) in calls[i].Parameters)
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

        return script.Append("];").ToString();
    }

    /// <summary>
    /// As JavaScript's JSON.stringify writes it, which is what other clients send: only quote, backslash and control
    /// characters are escaped. Whether VKScript reads <c>\uXXXX</c> is not documented, so other control characters are left out.
    /// </summary>
    private static void Quote(StringBuilder script, string text)
    {
        script.Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"':
                    script.Append("\\\"");
                    break;
                case '\\':
                    script.Append(@"\\");
                    break;
                case '\n':
                    script.Append("\\n");
                    break;
                case '\r':
                    script.Append("\\r");
                    break;
                case '\t':
                    script.Append("\\t");
                    break;
                case < ' ' or '\u2028' or '\u2029':
                    break;
                default:
                    script.Append(c);
                    break;
            }
        }

        script.Append('"');
    }
}
