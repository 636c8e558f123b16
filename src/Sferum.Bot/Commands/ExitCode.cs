namespace Sferum.Bot.Commands;

/// <summary>What other programs rely on (design, "What other programs rely on").</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int FoundProblems = 1;
    public const int WrongUse = 2;
}
