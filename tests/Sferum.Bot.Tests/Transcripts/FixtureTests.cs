using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Compiling;

namespace Sferum.Bot.Tests.Transcripts;

/// <summary>Transcripts show the shipped order, so their facts must not stay behind when it is edited.</summary>
public sealed class FixtureTests
{
    [Theory]
    [InlineData("МОУ")]
    [InlineData("МДОУ")]
    [InlineData("УДО")]
    public void A_director_s_lines_in_the_fixtures_are_those_of_the_order(string type)
    {
        var facts = FactsBinder.Bind(FactFixtures.OfRepository.Get($"director {type}"));
        Assert.Equal(
            Orders().LinesFor(type).Select(l => Words(OfOrder(l), l.Unsettled)),
            facts.Lines.Select(l => Words(l, l.Unsettled)));
    }

    [Fact]
    public void The_reports_on_the_specialist_s_desk_are_of_lines_of_the_order()
    {
        var reviews = FactsBinder.Bind(FactFixtures.OfRepository.Get("specialist with work")).Reviews;
        var lines = Orders();
        Assert.NotEmpty(reviews);
        Assert.All(reviews, r => Assert.Contains(
            Words(r.Line, null),
            lines.LinesFor(r.Institution.Type).Select(l => Words(OfOrder(l), null))));
    }

    private static string Words(LineFacts line, string? unsettled) => string.Join('\n',
    [
        line.Key, line.Order, line.Point, line.Label, line.Title, line.Quote, $"{line.Mandatory}", $"{line.Deadline:O}", unsettled ?? "",
        .. line.Fields.Select(f => $"{f.Name} {f.Input} {f.Required} {f.Label} {f.Ask}"),
    ]);

    private static LineFacts OfOrder(OrderLine line) => new(
        line.Key.ToString(),
        line.Order.Number,
        line.Point.Id,
        line.Point.Label,
        line.Point.Title,
        line.Point.Text,
        line.Mandatory,
        "open",
        line.Point.Deadline,
        line.Unsettled,
        [.. line.Point.Evidence.Select(f => new FieldFacts(f.Name, f.Input, f.Ask, f.Label, f.Required, f.Avoid))],
        [.. line.Mentions],
        Promise: null,
        Report: null);

    private static OrderBook Orders()
    {
        var faults = new Faults();
        var book = OrderFolder.Load(DialogFolder.Root, DialogInputs.Names, faults);
        Assert.Empty(faults);
        return book;
    }
}
