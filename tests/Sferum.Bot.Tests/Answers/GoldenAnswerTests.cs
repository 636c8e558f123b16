using System.Text;
using Sferum.Bot.Answers;
using Sferum.Bot.Answers.Search;
using Sferum.Bot.Commands;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Answers;

/// <summary>
/// What is said on each topic, to each kind of person who hears something of his own, stands in <c>Golden/TOPIC.txt</c>.
/// <c>SFERUM_REWRITE_TRANSCRIPTS=1</c> writes the files anew: then the change is to be read before it is committed.
/// </summary>
public sealed class GoldenAnswerTests
{
    private static readonly bool Rewrite = Environment.GetEnvironmentVariable("SFERUM_REWRITE_TRANSCRIPTS") == "1";

    private static readonly string Folder = RepositoryFolder.Find("tests/Sferum.Bot.Tests/Answers/Golden");

    private static readonly AskDesk Desk = new(RepositoryAnswers.Data);

    public static TheoryData<string> Topics => new(RepositoryAnswers.Sheet.Answers.Select(answer => answer.Topic).Where(topic => !topic.StartsWith("saved-", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Topics))]
    public void The_answer_is_as_it_was(string topic)
    {
        var actual = Whole(RepositoryAnswers.Sheet.ByTopic[topic]);
        var path = Path.Combine(Folder, $"{topic}.txt");
        if (Rewrite)
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    [Fact]
    public void There_is_no_golden_answer_without_a_topic() =>
        Assert.Empty(Directory.EnumerateFiles(Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).Except(RepositoryAnswers.Sheet.ByTopic.Keys));

    [Theory]
    [MemberData(nameof(Topics))]
    public void Every_variant_says_what_must_be_said(string topic)
    {
        var answer = RepositoryAnswers.Sheet.ByTopic[topic];
        Assert.NotEmpty(answer.MustSay);
        foreach (var asker in Askers())
        {
            var said = Desk.SayTopic(topic, asker);
            foreach (var words in answer.MustSay.SelectMany(fact => fact.Words))
            {
                Assert.True(
                    words.Split('|').Any(word => said.Contains(word.Trim(), StringComparison.OrdinalIgnoreCase)),
                    $"{topic} to {asker} does not say «{words}»");
            }
        }
    }

    private static string Whole(Answer answer)
    {
        var text = new StringBuilder();
        foreach (var group in Askers().GroupBy(asker => Desk.SayTopic(answer.Topic, asker), StringComparer.Ordinal))
        {
            text.Append("== ").AppendJoin(", ", group.Select(asker => $"{asker.Role} {asker.OrgType}".Trim())).Append('\n').Append(group.Key).Append("\n\n");
        }

        return text.ToString();
    }

    private static IEnumerable<Asker> Askers() => Asker.Roles.SelectMany(role => TrainingSet.OrgTypes.Select(type => new Asker(role, type)));
}
