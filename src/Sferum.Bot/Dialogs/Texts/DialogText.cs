using System.Text.RegularExpressions;
using Fluid;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>A text of a dialog file: a Liquid template, or plain words that need no rendering.</summary>
internal sealed partial class DialogText
{
    private readonly IFluidTemplate? _template;

    /// <param name="template">Null when the source holds no Liquid.</param>
    public DialogText(string source, IFluidTemplate? template)
    {
        _template = template;
        Source = Tidy(source);
    }

    public string Source { get; }

    public bool IsLiteral => _template is null;

    public string Render(DialogScope scope) =>
        _template is null ? Source : Tidy(_template.Render(scope.Context, NullEncoder.Default, isolateContext: true));

    /// <summary>Liquid tags on lines of their own leave empty lines behind; no one wants to see them in a chat.</summary>
    private static string Tidy(string text) =>
        EmptyLines().Replace(TrailingSpaces().Replace(text.ReplaceLineEndings("\n"), ""), "\n\n").Trim();

    [GeneratedRegex(@"[ \t]+$", RegexOptions.Multiline)]
    private static partial Regex TrailingSpaces();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex EmptyLines();
}
