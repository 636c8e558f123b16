using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Fluid.Values;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>A written message as templates see it under <c>event</c>.</summary>
internal sealed class EventValues(DialogEvent.Wrote wrote) : IFluidIndexable
{
    public int Count => 4;

    public IEnumerable<string> Keys => ["kind", "text", "ref", "attachments"];

    public bool TryGetValue(string name, [MaybeNullWhen(false)] out FluidValue value)
    {
        value = name switch
        {
            "kind" => new StringValue("wrote"),
            "text" => new StringValue(wrote.Text),
            "ref" => wrote.Ref is { } hint ? new StringValue(hint) : NilValue.Instance,
            "attachments" => new ArrayValue([.. wrote.Attachments.Select(Value)]),
            _ => NilValue.Instance,
        };
        return true;
    }

    private static FluidValue Value(Attachment attachment) => MapValues.Of(DialogScope.NoValues
        .Add("kind", attachment.Kind.ToString().ToLowerInvariant())
        .Add("id", attachment.Id)
        .Add("name", attachment.Name)
        .Add("size", attachment.Size.ToString(CultureInfo.InvariantCulture)));
}
