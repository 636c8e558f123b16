using System.Collections.Immutable;
using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Transcripts;

/// <summary>Where a conversation rested after a step of a transcript.</summary>
/// <param name="Facts">What was known then.</param>
/// <param name="Buttons">Those that the person had just been shown.</param>
internal sealed record Standing(Conversation Conversation, Facts Facts, DateTimeOffset Now, ImmutableArray<Button> Buttons);
