namespace Sferum.Bot.Answers.Measuring;

/// <summary>A question of which it is known what it is about.</summary>
/// <param name="Topic"><see cref="NotOurs"/>: nothing that the bot knows.</param>
public sealed record TestQuestion(string Text, string Topic, Asker Asker)
{
    public const string NotOurs = "none";

    private const string NoType = "-";

    public bool IsOurs => Topic != NotOurs;

    /// <summary>Reads a table with the columns question, topic_id, role, org_type, parted by tabs, the first line a heading.</summary>
    /// <exception cref="FormatException">A line has other columns.</exception>
    public static IReadOnlyList<TestQuestion> Read(IEnumerable<string> lines) =>
    [
        .. lines.Skip(1).Where(line => line.Trim().Length > 0).Select(line => line.Split('\t') switch
        {
            [var text, var topic, var role, var type] => new TestQuestion(text, topic.Trim(), new Asker(role.Trim(), type.Trim() is NoType or "" ? "" : type.Trim())),
            _ => throw new FormatException(line),
        }),
    ];
}
