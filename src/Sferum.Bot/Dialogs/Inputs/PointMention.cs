using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>Points named in a clean text, at one place: «1.2 а, б» are two.</summary>
internal sealed record PointMention(int Start, int Length, ImmutableArray<string> Ids);
