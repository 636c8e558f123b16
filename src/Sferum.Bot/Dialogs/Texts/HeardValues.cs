using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Fluid.Values;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>
/// <c>heard.promise.date</c>: what any recogniser reads in the message, so that a condition can ask for two things at
/// once («1.3 будет к 18-му» names a point and makes a promise). Nothing for what was not recognised.
/// </summary>
internal sealed class HeardValues(Func<string, ImmutableSortedDictionary<string, string>?> hear) : IFluidIndexable
{
    public int Count => 0;

    public IEnumerable<string> Keys => [];

    public bool TryGetValue(string name, [MaybeNullWhen(false)] out FluidValue value)
    {
        value = hear(name) is { } parts ? MapValues.Of(parts) : NilValue.Instance;
        return true;
    }
}
