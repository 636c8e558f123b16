using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs;

namespace Sferum.Bot.Tests.Dialogs.Inputs;

public sealed class LineMentionTests
{
    private static readonly Facts Facts = SomeFacts.Director(
        SomeFacts.Line("1.1.a") with { Label = "1.1а" },
        SomeFacts.Line("1.2.0") with { Label = "1.2" },
        SomeFacts.Line("1.2.b") with { Label = "1.2б" },
        SomeFacts.Line("1.3"));

    [Theory]
    [InlineData("1.1а", "223-09/1.1.a")]
    [InlineData("сделали 1.2 б", "223-09/1.2.b")]
    [InlineData("п. 1.2б готов", "223-09/1.2.b")]
    [InlineData("1.2", "223-09/1.2.0")]
    [InlineData("Пункт 1.3!", "223-09/1.3")]
    public void A_line_is_named_by_its_label_or_its_point(string text, string line) => Assert.Equal(line, Named(text));

    [Theory]
    [InlineData("1.1")]
    [InlineData("1.2г")]
    [InlineData("1.1а и 1.3")]
    [InlineData("от 1.03.2024")]
    [InlineData("готово")]
    public void Nothing_or_several_things_name_no_line(string text) => Assert.Null(Named(text));

    private static string? Named(string text) =>
        LineMention.One(new DialogEvent.Wrote(text, []), Facts, RecognitionTable.Today) is Recognition.Match match ? match.Values["line"] : null;
}
