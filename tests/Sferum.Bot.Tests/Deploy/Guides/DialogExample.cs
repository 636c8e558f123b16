using System.Text.RegularExpressions;
using Sferum.Bot.Commands;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Tests.Answers;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Deploy.Guides;

/// <summary>
/// One example of <c>dialogs/README.md</c>, done to a copy of the folder. The notation, see <see cref="DialogGuideTests"/>.
/// </summary>
internal sealed partial class DialogExample : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sferum-guide-");
    private readonly List<string> _written = [];
    private (string File, GuideBlock Was)? _was;
    private DataFolder? _data;

    public DialogExample()
    {
        foreach (var file in DialogFolder.Files("*.yaml"))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!); // below the copy
            File.Copy(Path.Combine(DialogFolder.Root, file), PathOf(file));
        }
    }

    /// <summary>As the folder of the program, with <c>dialogs/</c> in it.</summary>
    public string Program => _folder.FullName;

    public string Dialogs => Path.Combine(Program, "dialogs");

    /// <summary>How often the example has said what comes of it and was right.</summary>
    public int Proofs { get; private set; }

    /// <summary>The files as they are now, read by the loader of <c>check</c>.</summary>
    public DataFolder Data => _data ??= DataFolder.Load(Dialogs);

    /// <summary>Whether the block is a change; it is done then.</summary>
    public bool Change(GuideBlock block)
    {
        if (Was().Match(block.Lead) is { Success: true } was)
        {
            Assert.True(_was is null, $"line {block.Line}: nothing is said to become of the block before");
            _was = (was.Groups["file"].Value, block);
            return true;
        }

        if (block.Lead.EndsWith("Стало:", StringComparison.Ordinal))
        {
            var (file, before) = _was ?? throw new InvalidOperationException($"line {block.Line}: «Стало» without «было»");
            _was = null;
            var text = Read(file);
            var found = text.Split(before.Text).Length - 1;
            Assert.True(found == 1, $"line {before.Line}: these lines are {found} times in {file}");
            Write(file, text.Replace(before.Text, block.Text, StringComparison.Ordinal));
            return true;
        }

        if (Added().Match(block.Lead) is { Success: true } added)
        {
            var file = added.Groups["file"].Value;
            Write(file, Read(file) + block.Text + "\n");
            return true;
        }

        if (New().Match(block.Lead) is not { Success: true } fresh)
        {
            return false;
        }

        var name = fresh.Groups["file"].Value;
        Assert.False(File.Exists(Path.Combine(DialogFolder.Root, name)), $"line {block.Line}: {name} is not new");
        if (name.EndsWith(".transcript", StringComparison.Ordinal))
        {
            // That is what comes of it.
            return false;
        }

        Write(name, block.Text + "\n");
        return true;
    }

    /// <summary>The conversation as it is with these files; its output is dropped and comes anew.</summary>
    public string Play(string conversation)
    {
        Assert.True(Data.Faults.Count == 0, string.Join('\n', Data.Faults));
        var asked = _written.Exists(file => file.StartsWith("answers/", StringComparison.Ordinal)) ? new AnswerDesk(Data.Answers) : RepositoryAnswers.Desk;
        var core = new DialogCore(Data.Dialogs!, OfficeClock.Zone, asked.Answer); // there are no faults
        Proofs++;
        return new TranscriptPlayer(core, new FactFixtures(DialogFolder.Files("*.facts.yaml").Select(DialogFolder.Read), Data.Orders)).Play(conversation).TrimEnd('\n');
    }

    /// <summary><c>{{ … }} → what it gives</c>, a line each, as a head's notice at the beginning of the transcripts.</summary>
    public string Fill(string lines)
    {
        Write(
            "director/guide.yaml",
            "dialog: director.guide\ntitle: Проба\nversion: 1\nnotices:\n  guide:\n    say:\n"
            + string.Concat(lines.Split('\n').Select(line => $"      - '{line.Split(" → ")[0].Replace("'", "''", StringComparison.Ordinal)}'\n")));
        var said = Play("@ facts director МОУ\n@ notice guide line=223-09/1.3").Split('\n').Where(line => line.StartsWith("< ", StringComparison.Ordinal)).ToArray();
        File.Delete(PathOf("director/guide.yaml"));
        _data = null;
        return string.Join('\n', lines.Split('\n').Zip(said, (line, value) => $"{line.Split(" → ")[0]} → {value[2..]}"));
    }

    /// <summary>What <c>check</c> says of the files now.</summary>
    /// <param name="expected">Lines of the guide: those that name faults are to be all of them, others are to be among what it says.</param>
    /// <returns>The lines as they should be.</returns>
    public async Task<string> CheckAsync(string expected)
    {
        Proofs++;
        var (_, output) = await BotProcess.RunToEndAsync(new Dictionary<string, string>(), "check", "--path", Dialogs);
        return Data.Faults.Count > 0
            ? string.Join('\n', Data.Faults)
            : string.Join('\n', expected.Split('\n').Select(line => output.Split('\n').FirstOrDefault(said => said == line) ?? $"not said: {line}; but: {output}"));
    }

    /// <summary>Whatever was said to be there before has its end.</summary>
    public void Finish() => Assert.True(_was is null, "«было» without «Стало»");

    public void Proven() => Proofs++;

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string file) => Path.Combine(Dialogs, file);

    private string Read(string file) => File.ReadAllText(PathOf(file));

    private void Write(string file, string text)
    {
        File.WriteAllText(PathOf(file), text);
        _written.Add(file);
        _data = null;
    }

    [GeneratedRegex("[Вв] файле `(?<file>[^`]+)` было:$")]
    private static partial Regex Was();

    [GeneratedRegex("[Дд]обавьте в конец файла `(?<file>[^`]+)`:$")]
    private static partial Regex Added();

    [GeneratedRegex("Новый файл `(?<file>[^`]+)`:$")]
    private static partial Regex New();
}
