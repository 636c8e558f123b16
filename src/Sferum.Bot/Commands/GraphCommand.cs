using System.CommandLine;
using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Commands;

/// <summary><c>graph</c>: the state machine as a picture, from the machine itself.</summary>
internal static class GraphCommand
{
    private const string Mermaid = "mermaid";
    private const string Dot = "dot";

    public static Command Create()
    {
        var path = new Option<string>("--path") { Description = "Папка с диалогами", DefaultValueFactory = _ => BotHost.DialogsFolder };
        var format = new Option<string>("--format") { Description = "mermaid или dot", DefaultValueFactory = _ => Mermaid };
        format.AcceptOnlyFromAmong(Mermaid, Dot);
        var command = new Command("graph", "Схема диалогов: машина состояний в виде Mermaid или DOT") { path, format };
        command.SetAction(parsed => Run(DataFolder.Load(parsed.GetValue(path)!), parsed.GetValue(format)!)); // both have defaults
        return command;
    }

    private static int Run(DataFolder data, string format)
    {
        if (data.Dialogs is not { } dialogs)
        {
            StartFaults.Print(data.Faults);
            return ExitCode.FoundProblems;
        }

        Console.WriteLine(format == Dot ? DialogGraph.Dot(dialogs) : DialogGraph.Mermaid(dialogs));
        return ExitCode.Done;
    }
}
