using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Tests.Orders.Compiling;

/// <summary>What the bot gives as an example of an answer, it must understand.</summary>
public sealed class ExamplesTests
{
    private static readonly DateOnly Today = new(2024, 4, 18);

    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (input, example) in Order22309Tests.Order.Points.SelectMany(point => point.Evidence).Select(ExampleOf).OfType<(string, string)>().Distinct())
            {
                data.Add(input, example);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_read_whole(string input, string example)
    {
        var recogniser = InputCatalog.All[input];

        var match = Assert.IsType<Recognition.Match>(recogniser.Recognise(new DialogEvent.Wrote(example, []), Today));

        Assert.All(recogniser.Parts, part => Assert.True(match.Values.ContainsKey(part), $"{part}: {string.Join(", ", match.Values)}"));
    }

    private static (string, string)? ExampleOf(EvidenceField asked) =>
        asked.Ask.Split("Например: ") is [_, var example] ? (asked.Input, example.Split(". ")[0]) : null;
}
