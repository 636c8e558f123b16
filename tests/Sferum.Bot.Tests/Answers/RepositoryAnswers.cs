using Sferum.Bot.Answers;
using Sferum.Bot.Answers.Measuring;
using Sferum.Bot.Commands;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Answers;

/// <summary>The answers of <c>dialogs/answers</c>, learned once for all tests.</summary>
internal static class RepositoryAnswers
{
    private static readonly Lazy<DataFolder> Folder = new(() =>
    {
        var folder = DataFolder.Load(DialogFolder.Root);
        return folder.Faults.Count == 0 ? folder : throw new InvalidOperationException(string.Join('\n', folder.Faults));
    });

    private static readonly Lazy<AnswerDesk> TheDesk = new(() => new AnswerDesk(Sheet));

    public static AnswerSheet Sheet => Folder.Value.Answers;

    public static AnswerDesk Desk => TheDesk.Value;

    public static AnswerBook Book => Desk.Book;

    public static DataFolder Data => Folder.Value;

    /// <summary>A file of questions beside these tests.</summary>
    public static IReadOnlyList<TestQuestion> Questions(string file) =>
        TestQuestion.Read(File.ReadLines(Path.Combine(RepositoryFolder.Find("tests/Sferum.Bot.Tests/Answers"), file)));
}
