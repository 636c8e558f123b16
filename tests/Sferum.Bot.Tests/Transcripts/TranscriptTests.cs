using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Tests.Answers;

namespace Sferum.Bot.Tests.Transcripts;

/// <summary>
/// Every <c>*.transcript</c> under <c>dialogs/</c> is a test. <c>SFERUM_REWRITE_TRANSCRIPTS=1</c> writes the files anew
/// instead of comparing: then the change is to be read before it is committed.
/// </summary>
public sealed class TranscriptTests
{
    private static readonly bool Rewrite = Environment.GetEnvironmentVariable("SFERUM_REWRITE_TRANSCRIPTS") == "1";

    public static TheoryData<string> Transcripts => new(DialogFolder.Files("*.transcript"));

    [Fact]
    public void The_dialogs_have_no_faults()
    {
        var faults = new Faults();
        DialogBook.Load(DialogFolder.Root, faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void The_bot_answers_as_the_transcript_says(string file)
    {
        var expected = DialogFolder.Read(file).ReplaceLineEndings("\n");
        var actual = Player().Play(expected);
        if (Rewrite)
        {
            DialogFolder.Write(file, actual);
        }
        else
        {
            Assert.True(actual == expected, TranscriptDiff.Of(file, expected, actual));
        }
    }

    [Fact]
    public void Every_dialog_has_a_transcript()
    {
        var transcripts = DialogFolder.Files("*.transcript").ToList();
        var bare = Book().Files.Values
            .Where(d => d.Key != "shared")
            .Select(d => d.Place.File)
            .Where(f => !transcripts.Any(t => t.StartsWith(f[..^".yaml".Length] + ".", StringComparison.Ordinal)))
            .ToList();
        Assert.True(bare.Count == 0, $"No <dialog>.<situation>.transcript beside {string.Join(", ", bare)}");
    }

    [Fact]
    public void Every_state_is_visited_by_some_transcript()
    {
        var book = Book();
        var visited = DialogFolder.Files("*.transcript").SelectMany(f =>
        {
            var player = Player();
            player.Play(DialogFolder.Read(f));
            return player.Visited;
        }).ToHashSet();
        var missed = book.States.Values
            .Where(s => !book.Parents.Contains(s.Key) && s.Always is not [.., { When: null }])
            .Select(s => s.Key)
            .Except(visited)
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(missed.Count == 0, $"No transcript rests in {string.Join(", ", missed)}");
    }

    private static TranscriptPlayer Player() => new(new DialogCore(Book(), OfficeClock.Zone, RepositoryAnswers.Desk.Answer), FactFixtures.OfRepository);

    private static DialogBook Book()
    {
        var faults = new Faults();
        return DialogBook.Load(DialogFolder.Root, faults) ?? throw new InvalidOperationException(string.Join('\n', faults));
    }
}
