using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Compiling;
using Sferum.Bot.Tests.Fuzzing.Making;
using Sferum.Bot.Tests.Orders.Compiling;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>An order file, as the panel takes it from anybody at the desk.</summary>
internal sealed class OrderTarget : FuzzTarget
{
    private readonly string[] _seeds = [InventedOrder.Yaml, InventedOrder.Yaml, InventedOrder.Yaml, .. YamlSeeds.In("orders/")];
    private readonly TextMutation _text;

    public OrderTarget() => _text = new TextMutation(_seeds, YamlSeeds.Tokens, YamlSeeds.Longest);

    public override string Name => "orders";

    public override int Share => 20;

    public override IReadOnlyList<string> Outcomes { get; } = ["read", "faults"];

    public override string Make(FuzzDice dice) => YamlSeeds.Damaged(_seeds, _text, dice);

    public override Task<string> ReadAsync(string input)
    {
        var faults = new Faults();
        var order = OrderCompiler.Compile("orders/fuzz.yaml", input, DialogInputs.Names, faults);
        Assert.Equal(faults.Count == 0, order is not null);
        if (order is not null)
        {
            var book = new OrderBook([order]);
            Assert.All(order.Types, type => Assert.NotNull(book.LinesFor(type.Code).Select(line => line.Key.ToString()).ToList()));
        }

        return Task.FromResult(YamlSeeds.Checked(faults));
    }
}
