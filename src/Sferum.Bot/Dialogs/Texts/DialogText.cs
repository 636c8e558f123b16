using System.Text;
using Fluid;
using Fluid.Ast;
using Fluid.Parser;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>A text of a dialog file: a Liquid template, or plain words that need no rendering.</summary>
internal sealed class DialogText
{
    private readonly IFluidTemplate? _template;
    private readonly DialogExpression? _value;

    /// <param name="template">Null when the source holds no Liquid.</param>
    public DialogText(string source, IFluidTemplate? template)
    {
        _template = template;

        // A single {{ value }}, as in most labels and arguments, needs no writer; it halves the time of a keyboard.
        _value = template is FluidTemplate { Statements: [OutputStatement output] } ? new DialogExpression(source, output.Expression) : null;
        Source = Tidy(source);
    }

    public string Source { get; }

    public bool IsLiteral => _template is null;

    public string Render(DialogScope scope) => (_value, _template) switch
    {
        ({ } value, _) => Tidy(value.Evaluate(scope).ToStringValue()),
        (_, { } template) => Tidy(template.Render(scope.NewContext(), NullEncoder.Default, isolateContext: false)),
        _ => Source,
    };

    /// <summary>Liquid tags on lines of their own leave empty lines behind; no one wants to see them in a chat.</summary>
    private static string Tidy(string text)
    {
        if (!text.AsSpan().ContainsAny('\n', '\r'))
        {
            return text.Trim();
        }

        var tidy = new StringBuilder(text.Length);
        var isApart = false;
        foreach (var line in text.AsSpan().Trim().EnumerateLines())
        {
            var end = line.TrimEnd(" \t");
            if (end.IsEmpty)
            {
                isApart = true;
                continue;
            }

            if (tidy.Length > 0)
            {
                tidy.Append(isApart ? "\n\n" : "\n");
            }

            tidy.Append(end);
            isApart = false;
        }

        return tidy.ToString();
    }
}
