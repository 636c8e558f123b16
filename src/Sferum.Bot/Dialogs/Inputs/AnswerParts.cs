using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>The values of a match, built from what was found and read again for a summary.</summary>
internal static class AnswerParts
{
    private static readonly ImmutableSortedDictionary<string, string> _none =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Parts that were not found are left out.</summary>
    public static ImmutableSortedDictionary<string, string> Of(params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var builder = _none.ToBuilder();
        foreach (var (name, value) in parts)
        {
            if (!string.IsNullOrEmpty(value))
            {
                builder[name] = value;
            }
        }

        return builder.ToImmutable();
    }

    /// <summary>A list: <c>0</c>, <c>1</c>, …</summary>
    public static ImmutableSortedDictionary<string, string> OfList(IEnumerable<string> values)
    {
        var builder = _none.ToBuilder();
        foreach (var value in values)
        {
            builder[$"{builder.Count}"] = value;
        }

        return builder.ToImmutable();
    }

    /// <summary>What is there, in this order, with commas.</summary>
    public static string Join(params IEnumerable<string?> pieces) => string.Join(", ", pieces.Where(p => !string.IsNullOrEmpty(p)));
}
