using System.Collections.Immutable;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs;
using Sferum.Bot.Tests.Fuzzing.Making;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>Dates, numbers, documents, chats and all else that a free text may be. The first sign tells which recogniser.</summary>
internal sealed class RecogniserTarget : FuzzTarget
{
    private static readonly ImmutableArray<IInput> Inputs = [.. InputCatalog.All.Values.OrderBy(input => input.Name, StringComparer.Ordinal)];

    private static readonly DateOnly Today = new(2024, 4, 15);

    private readonly TextMutation _text = RussianSeeds.Mutation();

    public override string Name => "recognisers";

    public override int Share => 130;

    public override IReadOnlyList<string> Outcomes { get; } = ["Match", "Problem", "None"];

    public override string Make(FuzzDice dice) => (char)('A' + dice.Next(Inputs.Length)) + RussianSeeds.Of(_text, dice);

    public override Task<string> ReadAsync(string input)
    {
        var recogniser = Inputs[input.Length == 0 ? 0 : input[0] % Inputs.Length];
        var text = input.Length == 0 ? "" : input[1..];
        var recognition = recogniser.Recognise(new DialogEvent.Wrote(text, []), Today);
        if (recognition is Recognition.Match match)
        {
            Assert.NotNull(recogniser.Describe(match.Values));
            Assert.DoesNotContain(match.Values.Values, value => value.Length == 0 || value.Any(char.IsSurrogate) || value.Contains('\0', StringComparison.Ordinal));
        }

        return Task.FromResult(recognition.GetType().Name);
    }
}
