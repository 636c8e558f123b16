using System.Collections.Immutable;
using Sferum.Bot.Messaging;
using Sferum.Bot.Vk.Api;

namespace Sferum.Bot.Vk.Sending;

/// <summary>One request to VK. A closed list.</summary>
internal abstract record Packet
{
    private Packet()
    {
    }

    public abstract ImmutableArray<PlannedCall> Calls { get; }

    /// <summary>A call by itself.</summary>
    public sealed record Single(PlannedCall Call) : Packet
    {
        public override ImmutableArray<PlannedCall> Calls => [Call];
    }

    /// <summary>Different calls in one <c>execute</c>.</summary>
    public sealed record Batch(ImmutableArray<PlannedCall> All) : Packet
    {
        public override ImmutableArray<PlannedCall> Calls => All;
    }

    /// <summary>One text under one <c>random_id</c> for many peers.</summary>
    public sealed record Broadcast(int RandomId, VkContent Content, ImmutableArray<PlannedCall> All) : Packet
    {
        public override ImmutableArray<PlannedCall> Calls => All;
    }
}

/// <summary>A row with what it says to VK.</summary>
internal sealed record PlannedCall(OutboxRow Row, VkCall Call)
{
    public bool HasKeyboard => Call is VkCall.Send { Content.Keyboard: not null };
}
