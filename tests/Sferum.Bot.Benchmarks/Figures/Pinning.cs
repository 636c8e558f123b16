using System.Diagnostics;

namespace Sferum.Bot.Benchmarks.Figures;

/// <summary>Which processor the bot has, and which the load generator and PostgreSQL share; null for no binding.</summary>
internal sealed record Pinning(int? Bot, int? Others)
{
    public static Pinning None { get; } = new(null, null);

    /// <param name="text"><c>none</c>, or two numbers: <c>0,1</c>.</param>
    public static Pinning Parse(string text) => text.Split(',') switch
    {
        ["none"] => None,
        [var bot, var others] when int.TryParse(bot, out var first) && int.TryParse(others, out var second) => new Pinning(first, second),
        _ => throw new FormatException($"«{text}» is neither «none» nor two processors like «0,1»."),
    };

    /// <summary>Binds a process and its children that run already.</summary>
    public async Task BindOthersAsync(int pid, CancellationToken cancellationToken)
    {
        if (Others is not { } core)
        {
            return;
        }

        foreach (var one in ProcessFigures.Children(pid).Prepend(pid).ToArray())
        {
            using var taskset = Process.Start(new ProcessStartInfo("taskset", ["-acp", $"{core}", $"{one}"]) { RedirectStandardOutput = true, RedirectStandardError = true });
            await (taskset?.WaitForExitAsync(cancellationToken) ?? Task.CompletedTask);
        }
    }

    public override string ToString() => Bot is null ? "none" : $"bot on core {Bot}, load generator and PostgreSQL on core {Others}";
}
