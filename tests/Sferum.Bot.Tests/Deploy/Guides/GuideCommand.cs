using System.Text.RegularExpressions;

namespace Sferum.Bot.Tests.Deploy.Guides;

/// <summary>A command that a guide tells to type.</summary>
internal abstract partial record GuideCommand
{
    /// <summary>The bot's own, under whichever of its names.</summary>
    /// <param name="Words">Without the program.</param>
    public sealed record OfBot(string[] Words) : GuideCommand;

    /// <summary>Anybody else's.</summary>
    public sealed record Other(string Line) : GuideCommand;

    /// <summary>How the program is called in the guides, before its command.</summary>
    private static readonly string[] Programs =
    [
        "dotnet run --project src/Sferum.Bot -- ", "Sferum.Bot ", "sferum-bot ",
        "docker compose -f deploy/docker/compose.yaml exec bot /opt/sferum-bot/Sferum.Bot ",
        @"powershell -ExecutionPolicy Bypass -File $env:ProgramFiles\Sferum.Bot\sferum-bot.ps1 ",
    ];

    /// <summary>The commands of a block that a shell reads.</summary>
    public static IEnumerable<GuideCommand> In(GuideBlock block) =>
        block.Language is "sh" or "powershell" ? ShellWords.Commands(block.Text).Select(Of) : [];

    /// <summary>The commands that stand in a sentence: those that begin as one of the blocks does.</summary>
    public static IEnumerable<GuideCommand> Among(IEnumerable<string> spans) => spans
        .Where(span => Begins().IsMatch(span))
        .Select(span => Of(ShellWords.Split(span)));

    private static GuideCommand Of(string[] words)
    {
        var line = string.Join(' ', words);
        var bare = line.StartsWith("sudo ", StringComparison.Ordinal) ? line["sudo ".Length..] : line;
        if (Programs.FirstOrDefault(program => bare.StartsWith(program, StringComparison.Ordinal)) is not { } called)
        {
            return new Other(line);
        }

        var before = called.TrimEnd().Split(' ').Length + (bare.Length < line.Length ? 1 : 0);
        return words[before] == "apply" ? new Other(line) : new OfBot(words[before..]);
    }

    /// <summary>An unspaced name is one of a file, a unit or a user.</summary>
    [GeneratedRegex(@"^(sudo |dotnet |docker |kubectl |powershell |journalctl |systemctl |sha256sum |SFERUM_\w+=\S+ |Sferum\.Bot |sferum-bot [a-zК]|(deploy|tests)/[\w/.-]+\.(sh|ps1))")]
    private static partial Regex Begins();
}
