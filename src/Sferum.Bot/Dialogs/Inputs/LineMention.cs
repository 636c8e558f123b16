using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// The engine's own recogniser <c>line</c>: «сделали 1.2 б» names exactly one of the person's lines. A line is named by its
/// point (<c>1.2.b</c>) or by its label («1.2» may be the label of <c>1.2.0</c>).
/// </summary>
internal static class LineMention
{
    public static Recognition Recognise(DialogEvent.Wrote message, Facts facts)
    {
        var named = PointInput.Find(message.Text)
            .SelectMany(point => facts.Lines.Where(l => l.Point == point || l.Label == point))
            .Select(l => l.Key)
            .Distinct()
            .ToList();
        return named.Count == 1
            ? new Recognition.Match(DialogScope.NoValues.Add("line", named[0]))
            : new Recognition.None();
    }
}
