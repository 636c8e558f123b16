using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Compiling;

/// <summary>The compiler as this program runs it.</summary>
/// <param name="inputs">Names of the recognisers that evidence fields may name.</param>
public sealed class OrderReader(IReadOnlySet<string> inputs)
{
    /// <inheritdoc cref="OrderCompiler.Compile"/>
    public Order? Read(string file, string text, Faults faults) => OrderCompiler.Compile(file, text, inputs, faults);
}
