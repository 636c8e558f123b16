using System.CommandLine;

namespace Sferum.Bot.Commands;

/// <summary>What a program that is built upon this one brings along, such as the one with VkNet in it.</summary>
/// <param name="AddServices">Called before the rooms add theirs.</param>
/// <param name="CreateCommands">Commands beside those of this program.</param>
internal sealed record Additions(Action<IServiceCollection> AddServices, Func<IEnumerable<Command>> CreateCommands)
{
    public static readonly Additions None = new(_ => { }, () => []);
}
