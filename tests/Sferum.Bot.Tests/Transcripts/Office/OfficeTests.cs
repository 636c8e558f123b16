using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Transcripts.Office;

/// <summary>
/// Every <c>*.office</c> under <c>dialogs/</c> is a test: what several people live through with the bot, from first
/// contact to the last point accepted. <c>SFERUM_REWRITE_TRANSCRIPTS=1</c> writes the files anew.
/// </summary>
public sealed class OfficeTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private static readonly bool Rewrite = Environment.GetEnvironmentVariable("SFERUM_REWRITE_TRANSCRIPTS") == "1";

    public static TheoryData<string> Scripts => new(DialogFolder.Files("*.office"));

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Everybody_is_told_what_the_script_says(string file)
    {
        await using var stage = new OfficeStage(await fixture.CreateAsync(), OfficeClock.Parse("2024-04-15 09:00"));
        var expected = DialogFolder.Read(file).ReplaceLineEndings("\n");
        var actual = await new OfficePlayer(stage).PlayAsync(expected);
        if (Rewrite)
        {
            DialogFolder.Write(file, actual);
        }
        else
        {
            Assert.True(actual == expected, TranscriptDiff.Of(file, expected, actual));
        }
    }
}
