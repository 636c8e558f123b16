using Sferum.Bot.DataFiles;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Compiling;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders.Compiling;

/// <summary>The real order, as it is shipped.</summary>
public sealed class Order22309Tests
{
    internal static Order Order { get; } = Load().Orders.Single(order => order.Number == "223-09");

    internal static OrderBook Load()
    {
        var faults = new Faults();
        var book = OrderFolder.Load(RepositoryFolder.Find("dialogs"), InventedOrder.Inputs, faults);
        Assert.Empty(faults);
        return book;
    }

    [Theory]
    [InlineData("МОУ", 10)]
    [InlineData("МДОУ", 8)]
    [InlineData("УДО", 5)]
    public void Each_type_has_its_mandatory_lines(string type, int mandatory) => Assert.Equal(mandatory, Order.MandatoryFor(type));

    [Fact]
    public void A_centre_reports_five_lines_and_may_report_two_more()
    {
        var lines = Order.LinesFor("УДО");

        Assert.Equal(["1.1.a", "1.1.b", "1.1.c", "1.2.0", "1.3"], lines.Where(line => line.Mandatory).Select(line => line.Point.Id));
        Assert.Equal(["1.2.e", "1.4"], lines.Where(line => !line.Mandatory).Select(line => line.Point.Id));
    }

    [Fact]
    public void A_kindergarten_is_never_asked_for_a_chat_with_children()
    {
        Assert.DoesNotContain(Order.LinesFor("МДОУ"), line => line.Point.Id is "1.2.a" or "1.2.d");
        Assert.Equal(Applicability.NotApplicable, Order.Points.Single(point => point.Id == "1.4.3.a").AppliesTo("МДОУ"));
    }

    [Fact]
    public void Every_task_is_due_on_the_19th_of_April() =>
        Assert.All(Order.LinesFor("МОУ"), line => Assert.Equal(new DateOnly(2024, 4, 19), line.Point.Deadline));

    [Fact]
    public void No_task_asks_for_more_than_two_things() =>
        Assert.All(Order.LinesFor("МОУ"), line => Assert.InRange(line.Point.Evidence.Count(field => field.Required), 1, 2));

    [Fact]
    public void The_text_in_the_file_holds_every_quote()
    {
        var source = Quote.Normalise(Order.Source!);

        Assert.Equal(24, Order.Points.Length);
        Assert.All(Order.Points, point => Assert.True(Quote.StandsIn(point.Text, source), point.Id));
        Assert.True(Quote.StandsIn(Order.Head.Title, source));
        Assert.True(Quote.StandsIn(Order.Head.Purpose!, source));
    }

    [SkippableFact]
    public void The_text_in_the_file_is_the_order_word_by_word()
    {
        var shared = RepositoryFolder.FindOrNull("shared");
        Skip.If(shared is null || !File.Exists(Path.Combine(shared, "order-223-09.txt")), "no shared/order-223-09.txt beside the checkout");

        // Asterisks are the marks of bold type in that copy.
        var original = Quote.Normalise(File.ReadAllText(Path.Combine(shared, "order-223-09.txt")).Replace("**", ""));

        Assert.Equal(original, Quote.Normalise(Order.Source!));
        Assert.All(Order.Points, point => Assert.True(Quote.StandsIn(point.Text, original), point.Id));
    }

    [Theory]
    [InlineData("223-09/1.1.a", "223-09", "1.1.a")]
    [InlineData("1/2/3", "1/2", "3")]
    public void A_line_is_named_by_order_and_point(string text, string order, string point)
    {
        Assert.Equal(new LineKey(order, point), LineKey.Parse(text));
        Assert.Equal(text, LineKey.Parse(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.1.a")]
    [InlineData("/1.1")]
    [InlineData("223-09/")]
    public void What_names_no_line_is_none(string text) => Assert.Null(LineKey.Parse(text));
}
