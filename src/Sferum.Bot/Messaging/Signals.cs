using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>Events wait in the inbox.</summary>
public sealed class InboxSignal : WakeUp;

/// <summary>Messages wait in the outbox.</summary>
public sealed class OutboxSignal : WakeUp;

/// <summary>Work that nobody announces: it is due by the clock.</summary>
public sealed class SilentSignal : WakeUp;
