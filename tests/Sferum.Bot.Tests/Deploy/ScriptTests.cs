using System.Diagnostics;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Deploy;

/// <summary>The scripts of <c>deploy/</c> and <c>tests/</c> as their tools see them; what is not installed here is skipped.</summary>
public sealed class ScriptTests
{
    private static readonly string DeployFolder = RepositoryFolder.Find("deploy");

    public static TheoryData<string> Scripts => [.. ((string[])[DeployFolder, RepositoryFolder.Find("tests")])
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.sh").Order(StringComparer.Ordinal))
        .Where(path => !path.EndsWith("tools.sh", StringComparison.Ordinal))
        .Append(Path.Combine(DeployFolder, "linux", "sferum-bot"))
        .Select(path => Path.GetRelativePath(Path.Combine(DeployFolder, ".."), path))];

    [SkippableTheory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_is_well_formed(string script)
    {
        var path = Path.Combine(DeployFolder, "..", script);
        await PassesAsync("test", "-x", path);
        await PassesAsync("bash", "-n", path);
    }

    [SkippableTheory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_has_no_fault_that_shellcheck_knows(string script) =>
        await PassesAsync("shellcheck", "--severity=warning", "--exclude=SC2120", "--external-sources", Path.Combine(DeployFolder, "..", script));

    [SkippableFact]
    public async Task The_unit_is_hardened()
    {
        var said = await PassesAsync("systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", Path.Combine(DeployFolder, "linux", "sferum-bot.service"));

        Assert.Contains("OK", said, StringComparison.Ordinal);
    }

    /// <summary>Scripts that are read by Windows PowerShell 5 need the mark, or Russian is garbled there.</summary>
    [Fact]
    public void Scripts_of_PowerShell_begin_with_a_byte_order_mark() =>
        Assert.All(Directory.EnumerateFiles(Path.Combine(DeployFolder, "windows")), path => Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(path)[..3]));

    private static async Task<string> PassesAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process process;
        try
        {
            process = Process.Start(start) ?? throw new InvalidOperationException("nothing was started");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip.If(true, $"{program} is not installed: tests/run.sh installs it.");
            throw;
        }

        using (process)
        {
            var error = process.StandardError.ReadToEndAsync();
            var said = await process.StandardOutput.ReadToEndAsync() + await error;
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, said);
            return said;
        }
    }
}
