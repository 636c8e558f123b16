using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// Web addresses: <c>link</c> takes the first of the message (part <c>link</c>), <c>links</c> is the list of all. Form
/// only: whether the page opens is not asked here. Problems <c>not_public</c>, <c>credentials</c>, and <c>no_link</c> when
/// the message speaks of an address and holds none.
/// </summary>
internal sealed partial class LinkInput(bool isList) : IInput
{
    private const string Part = "link";

    public string Name => isList ? "links" : Part;

    public ImmutableArray<string> Parts => [isList ? "0" : Part];

    public bool IsList => isList;

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var attached = message.Attachments.IsDefaultOrEmpty
            ? []
            : message.Attachments.Where(a => a.Kind == AttachmentKind.Link).Take(LinkText.Most).Select(a => a.Name);
        var clean = TypedText.Clean(string.Join('\n', [message.Text, .. attached]));
        var (links, problem) = LinkText.Find(clean);
        return (links, problem) switch
        {
            (_, { } reason) => new Recognition.Problem(reason),
            ([var first, ..], _) => new Recognition.Match(isList ? AnswerParts.OfList(links) : AnswerParts.Of((Part, first))),
            _ when SpeaksOfLink().IsMatch(TypedText.Fold(clean)) => new Recognition.Problem("no_link") { IsLoose = true },
            _ => new Recognition.None(),
        };
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) =>
        isList ? string.Join('\n', ListOrder.Of(values)) : values.GetValueOrDefault(Part, "");

    [GeneratedRegex(@"https?:|www|ссылк|адрес\s|на\sсайте|сайт")]
    private static partial Regex SpeaksOfLink();
}
