namespace Sferum.Bot.Tests.Crash;

/// <summary>Tests that look at waiting times run when no other test takes the processor.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Pipeline under load";
}
