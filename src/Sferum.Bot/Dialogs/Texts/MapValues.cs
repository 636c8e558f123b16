using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Fluid.Values;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>
/// Dotted names seen as nested maps: of <c>answers.document.number</c> the template reads
/// <c>slots.answers.document.number</c>.
/// </summary>
internal sealed class MapValues(ImmutableSortedDictionary<string, string> values, string prefix = "") : IFluidIndexable
{
    public int Count => Keys.Count();

    public IEnumerable<string> Keys => values.Keys
        .Where(k => k.StartsWith(prefix, StringComparison.Ordinal))
        .Select(k => k[prefix.Length..].Split('.')[0])
        .Distinct();

    public static FluidValue Of(ImmutableSortedDictionary<string, string> values) => new DictionaryValue(new MapValues(values));

    public bool TryGetValue(string name, [MaybeNullWhen(false)] out FluidValue value)
    {
        var key = prefix + name;
        if (values.TryGetValue(key, out var text))
        {
            value = new StringValue(text);
            return true;
        }

        // Asked for at every rule, with nothing in it most of the time.
        foreach (var (other, _) in values)
        {
            if (other.Length > key.Length && other[key.Length] == '.' && other.StartsWith(key, StringComparison.Ordinal))
            {
                value = new DictionaryValue(new MapValues(values, key + "."));
                return true;
            }
        }

        value = null;
        return false;
    }
}
