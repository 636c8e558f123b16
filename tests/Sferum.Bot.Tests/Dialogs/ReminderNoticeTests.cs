using System.Collections.Immutable;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Dialogs;

public sealed class ReminderNoticeTests
{
    private static readonly string[] _points = ["1.1", "1.10", "1.1.a", "11.1"];

    [Theory]
    [InlineData("1.1", "1.1")]
    [InlineData("1.10", "1.10")]
    [InlineData("1.10 1.1", "1.1 1.10")]
    public void A_point_is_not_taken_for_one_whose_number_begins_with_its_own(string due, string told)
    {
        var facts = SomeFacts.Director([.. _points.Select(point => SomeFacts.Line(point))]);
        var keys = string.Join(' ', due.Split(' ').Select(point => SomeFacts.Line(point).Key));
        var args = ImmutableSortedDictionary<string, string>.Empty
            .Add("lines", $" {keys} ").Add("orders", "223-09").Add("deadlines", "2024-04-19").Add("says", "Срок сегодня.").Add("others", "");

        var said = Assert.Single(new DialogCore(OfficeStage.Book, OfficeClock.Zone).Notice("reminder", facts, args, OfficeClock.Parse("2024-04-19 09:00")));

        Assert.Equal(told.Split(' '), said.Text.Split('\n').Where(line => line.StartsWith('•')).Select(line => line.Split(' ')[1]));
        // A notice to a director has buttons.
        Assert.Equal(told.Split(' '), said.Keyboard!.Rows.SelectMany(row => row).Where(button => button.Label.StartsWith("Сделали", StringComparison.Ordinal)).Select(button => button.Label.Split(' ')[1]));
    }
}
