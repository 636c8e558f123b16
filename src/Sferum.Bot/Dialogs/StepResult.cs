using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs;

/// <summary>The conversation after the step, and what is to be done, in order.</summary>
public sealed record StepResult(Conversation Conversation, ImmutableArray<Effect> Effects);
