using Sferum.Bot.Commands;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders.InForce;

/// <summary>An invented order unlike the real one, as somebody would upload it.</summary>
internal static class SecondOrder
{
    public const string Number = "01-В";

    public static string Yaml { get; } = File.ReadAllText(Path.Combine(RepositoryFolder.Find("tests/Sferum.Bot.Tests/Orders/InForce"), "second-order.yaml"));

    /// <summary>With a first point of another deadline and no second one.</summary>
    public static string Edited { get; } = Yaml[..Yaml.IndexOf("  - id: \"6\"", StringComparison.Ordinal)].Replace("deadline: 2024-05-13", "deadline: 2024-05-20", StringComparison.Ordinal);

    public static Order Compile(string? yaml = null)
    {
        var faults = new Faults();
        var order = DataFolder.Reader.Read("01-v.yaml", yaml ?? Yaml, faults);
        Assert.Empty(faults);
        return order!; // without faults there is one
    }
}
