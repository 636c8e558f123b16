using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>All recognisers by name.</summary>
internal static class InputCatalog
{
    public static ImmutableDictionary<string, IInput> All { get; } = ImmutableDictionary<string, IInput>.Empty;
}
