using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Loading;

/// <summary>The names that a template at some place may use.</summary>
internal sealed record Variables(ImmutableSortedDictionary<string, ValueShape> Shapes)
{
    public static Variables OfState { get; } = new(ScopeShape.OfState);

    public static Variables OfNotice { get; } = new(ScopeShape.OfNotice);

    public Variables With(string name, ValueShape shape) => new(Shapes.SetItem(name, shape));
}
