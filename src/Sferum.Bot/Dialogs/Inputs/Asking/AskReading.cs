using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs.Asking;

/// <summary>What each word of a question about the district says, and what is left that says nothing known.</summary>
internal sealed partial class AskReading
{
    private readonly List<Token> _tokens;
    private readonly List<string> _statuses = [];
    private readonly List<int> _unknown = [];
    private readonly HashSet<AskRole> _roles = [];

    private AskReading(List<Token> tokens, ImmutableArray<string> points, ImmutableArray<string> labels, DateOnly? since)
    {
        (_tokens, Points, Labels, Since) = (tokens, points, labels, since);
        Walk();
        (Place, IsPlaceSure) = FindPlace();
        Types = [.. AskWords.Types.Where(t => _tokens.Any(token => !token.IsOfPlace && AskWords.TypeOf(token.Role) == t))];
    }

    public ImmutableArray<string> Types { get; }

    /// <summary>Keys of lines and headings.</summary>
    public ImmutableArray<string> Points { get; }

    /// <summary>The same as people write them.</summary>
    public ImmutableArray<string> Labels { get; }

    public DateOnly? Since { get; }

    /// <summary>Words that name one institution; null when none do.</summary>
    public string? Place { get; }

    /// <summary>They are a type and a number, so that nothing else can be meant.</summary>
    public bool IsPlaceSure { get; }

    public int Count => _tokens.Count;

    public int Unknown => _unknown.Count;

    /// <summary>No word is left over, and there is at most one thing asked.</summary>
    public bool IsUnderstood => _unknown.Count == 0 && !_roles.Contains(AskRole.How) && (_statuses.Count == 0 || Status is not null);

    /// <summary>One of <see cref="AskStatus"/>; null when none or several were said.</summary>
    public string? Status => _statuses.Distinct().ToList() switch
    {
        [var one] => one,
        var several when several.Count > 0 && several.All(s => s is AskStatus.Open or AskStatus.Late) => AskStatus.Late,
        _ => null,
    };

    public bool HowMany => _roles.Contains(AskRole.HowMany) || (SaysAll && !_roles.Contains(AskRole.Who) && Status == AskStatus.Reported);

    public bool Asks => _roles.Contains(AskRole.Who) || _roles.Contains(AskRole.HowMany) || _roles.Contains(AskRole.What) || HowMany;

    /// <summary>«кто по 1.2б», «школы»; not «что в пункте 1.3?».</summary>
    public bool IsOfInstitutions => _roles.Contains(AskRole.Who) || _roles.Contains(AskRole.HowMany) || (IsUnderstood && !_roles.Contains(AskRole.What));

    public bool HasChanged => _roles.Contains(AskRole.Changed) && (_roles.Contains(AskRole.What) || Since is not null || Count <= 2);

    public bool HasTarget => Types.Length > 0 || Points.Length > 0;

    public bool MeansToDo => _roles.Contains(AskRole.ToDo) || _roles.Contains(AskRole.How);

    /// <summary>«сколько по 1.1», «что с 1.2б»; not «что в пункте 1.3?», which asks for the order's words.</summary>
    public bool IsAbout => _roles.Contains(AskRole.HowMany)
        || _tokens.Index().Any(t => t.Item.Role == AskRole.What && _tokens.Skip(t.Index + 1).FirstOrDefault(n => n.Word is not ("там" or "у" or "нас" or "сейчас")) is { Word: "с" or "со" or "по" });

    /// <summary>«а из школ?»</summary>
    public bool IsContinued => _tokens is [{ Word: "а" }, ..];

    public bool SaysAll => _tokens.Exists(t => t.Word is "все" or "всем" or "всех");

    /// <summary>«должники», «на проверке»: without anything more it can only be such a question.</summary>
    public bool SpeaksForItself => Status is not (AskStatus.Reported or AskStatus.Accepted or AskStatus.Joined);

    public static AskReading Of(string clean, ImmutableArray<LineFacts> lines, DateOnly today)
    {
        var (points, labels, rest) = Numbered(clean, lines);
        var (since, without) = SinceWords.Of(rest, today);
        var text = TypedText.Fold(without);
        var (named, places) = LinePhrases.Find(text, lines);
        var words = Word().Matches(text).ToList();
        var tokens = words.Index().Select(w => new Token(
            w.Item.Value,
            w.Item.Index,
            AskWords.RoleOf(w.Index > 0 ? words[w.Index - 1].Value : "", w.Item.Value, w.Index + 1 < words.Count ? words[w.Index + 1].Value : ""),
            places.Contains(w.Item.Index))).ToList();
        var byWords = lines.Where(l => named.Contains(l) && !points.Contains(l.Key)).ToList();
        return new AskReading(tokens, [.. points, .. byWords.Select(l => l.Key)], [.. labels, .. byWords.Select(l => l.Label)], since);
    }

    /// <summary>
    /// A number that is a task's own names it, one above tasks names the heading with all that is below; a label comes last:
    /// «1.2» is here the heading and not the line that is written like it.
    /// </summary>
    private static (List<string> Keys, List<string> Labels, string Left) Numbered(string clean, ImmutableArray<LineFacts> lines)
    {
        var (keys, labels, rest) = (new List<string>(), new List<string>(), clean);
        foreach (var mention in PointInput.Mentions(clean).ToList())
        {
            var known = false;
            foreach (var id in mention.Ids)
            {
                foreach (var order in lines.Where(l => l.Point == id || l.Point.StartsWith($"{id}.", StringComparison.Ordinal)).GroupBy(l => l.Order))
                {
                    keys.Add($"{order.Key}/{id}");
                    labels.Add(order.FirstOrDefault(l => l.Point == id)?.Label ?? id);
                    known = true;
                }
            }

            rest = known ? TypedText.Blank(rest, mention.Start, mention.Length) : rest;
        }

        return ([.. keys.Distinct()], [.. labels.Distinct()], rest);
    }

    private void Walk()
    {
        var (negated, lacks) = (false, false);
        foreach (var (index, token) in _tokens.Index())
        {
            var role = token.Role;
            if (role == AskRole.None && token.Word.StartsWith("не", StringComparison.Ordinal) && AskWords.RoleOf(token.Word[2..]) is AskRole.Did or AskRole.Came or AskRole.Checked)
            {
                (role, negated) = (AskWords.RoleOf(token.Word[2..]), true);
            }

            _roles.Add(role);
            switch (role)
            {
                case AskRole.None when !token.IsOfPhrase:
                    _unknown.Add(index);
                    break;
                case AskRole.Not:
                    negated = true;
                    break;
                case AskRole.Without:
                    lacks = true;
                    break;
                case var _ when StatusOf(role, negated) is { } status:
                    _statuses.Add(status);
                    negated = false;
                    break;
                case AskRole.InTime or AskRole.WasInTime or AskRole.Checked or AskRole.Accepted or AskRole.Returned or AskRole.Promised or AskRole.Late or AskRole.Silent:
                    _unknown.Add(index);
                    break;
            }
        }

        if (lacks)
        {
            Lack();
        }

        Conclude(negated);
    }

    /// <summary>«у кого нет 1.2б», «без отчёта».</summary>
    private void Lack()
    {
        if (_statuses.Count == 0 && (Points.Length > 0 || _tokens.Exists(t => t.Word.StartsWith("отчет", StringComparison.Ordinal) || t.Word.StartsWith("ответ", StringComparison.Ordinal))))
        {
            _statuses.Add(AskStatus.Open);
        }
        else
        {
            _unknown.Add(_tokens.FindIndex(t => t.Role == AskRole.Without));
        }
    }

    private void Conclude(bool negated)
    {
        if (_roles.Contains(AskRole.Term))
        {
            // «не сдали в срок» are the late ones; who did in time is not counted.
            if (_statuses.Count > 0 && _statuses.All(s => s is AskStatus.Open or AskStatus.Late))
            {
                _statuses.Add(AskStatus.Late);
            }
            else
            {
                _unknown.Add(_tokens.FindIndex(t => t.Role == AskRole.Term));
            }
        }

        if (negated)
        {
            _unknown.Add(_tokens.FindLastIndex(t => t.Role == AskRole.Not));
        }

        var mayHaveToDo = _roles.Overlaps([AskRole.Promised, AskRole.InTime, AskRole.WasInTime, AskRole.Debtor, AskRole.Late]);
        if (_roles.Contains(AskRole.ToDo) && !mayHaveToDo)
        {
            _unknown.Add(_tokens.FindIndex(t => t.Role == AskRole.ToDo));
        }
        else if (mayHaveToDo)
        {
            _roles.Remove(AskRole.ToDo);
        }

        _unknown.Sort();
    }

    private static string? StatusOf(AskRole role, bool negated) => (role, negated) switch
    {
        (AskRole.Did, true) or (AskRole.Debtor, _) => AskStatus.Open,
        (AskRole.Did, false) => AskStatus.Reported,
        (AskRole.InTime, true) or (AskRole.Promised, false) => AskStatus.Promised,
        (AskRole.WasInTime, true) or (AskRole.Late, false) => AskStatus.Late,
        (AskRole.Came, true) or (AskRole.Silent, false) => AskStatus.Absent,
        (AskRole.Came, false) => AskStatus.Joined,
        (AskRole.Checked, true) or (AskRole.Check, false) => AskStatus.Waiting,
        (AskRole.Accepted, false) => AskStatus.Accepted,
        (AskRole.Returned, false) => AskStatus.Returned,
        _ => null,
    };

    /// <summary>«школа № 5», «садик Солнышко», or after «что с …» any words that are not known: whether there is such an institution the roster tells.</summary>
    private (string? Words, bool IsSure) FindPlace()
    {
        if (_unknown.Count == 0 || _roles.Contains(AskRole.HowMany))
        {
            return (null, false);
        }

        var (first, last) = (_unknown[0], _unknown[^1]);
        while (last + 1 < _tokens.Count && (AskWords.TypeOf(_tokens[last + 1].Role) is not null || _tokens[last + 1].Role == AskRole.Any))
        {
            last++;
        }

        var isWhole = !_tokens[first..(last + 1)].Exists(t => t.Role is not (AskRole.None or AskRole.Filler or AskRole.School or AskRole.Kindergarten or AskRole.Centre or AskRole.Any));
        var anchor = first;
        while (anchor > 0 && _tokens[anchor - 1].Role is AskRole.School or AskRole.Kindergarten or AskRole.Centre or AskRole.Any or AskRole.Filler)
        {
            anchor--;
        }

        var begin = _tokens.FindIndex(anchor, first - anchor, t => AskWords.TypeOf(t.Role) is not null || t.Role == AskRole.Any);
        var isOne = begin >= 0 && _tokens[begin..first].Exists(t => AskWords.MayBeOne(t.Word));
        var opens = _roles.Overlaps([AskRole.What, AskRole.How, AskRole.State]) && first > 0 && _tokens[first - 1].Word is "с" or "со" or "у" or "по" or "в" or "о" or "про";
        if (!isWhole || !(isOne || opens) || last - first > 5)
        {
            return (null, false);
        }

        var from = isOne ? begin : first;
        _tokens[from..(last + 1)].ForEach(t => t.IsOfPlace = true);
        var sure = isOne && _unknown.TrueForAll(i => _tokens[i].Word.All(char.IsAsciiDigit));
        return (string.Join(' ', _tokens[from..(last + 1)].Select(t => t.Word)), sure);
    }

    private sealed record Token(string Word, int Start, AskRole Role, bool IsOfPhrase)
    {
        public bool IsOfPlace { get; set; }
    }

    [GeneratedRegex(@"\p{L}+|\d+")]
    private static partial Regex Word();
}
