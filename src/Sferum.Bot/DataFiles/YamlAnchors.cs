using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sferum.Bot.DataFiles;

/// <summary>
/// The anchors of a YAML text, event by event. What refers to itself, or forward to what is not known yet, makes the library's
/// tree compare nodes by a recursion without end.
/// </summary>
internal sealed class YamlAnchors
{
    private readonly HashSet<AnchorName> _whole = [];
    private readonly Stack<AnchorName> _open = [];

    /// <returns>False for a reference to what is not whole yet.</returns>
    public bool Take(ParsingEvent? happened)
    {
        switch (happened)
        {
            case MappingStart or SequenceStart:
                var begun = ((NodeEvent)happened).Anchor;
                _open.Push(begun);
                _whole.Remove(begun);
                return true;
            case MappingEnd or SequenceEnd:
                _whole.Add(_open.Pop());
                return true;
            case Scalar { Anchor: var anchor }:
                _whole.Add(anchor);
                return true;
            case AnchorAlias { Value: var meant }:
                return _whole.Contains(meant);
            default:
                return true;
        }
    }
}
