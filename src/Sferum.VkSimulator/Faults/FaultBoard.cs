namespace Sferum.VkSimulator.Faults;

/// <summary>The faults that were ordered, and the dice.</summary>
internal sealed class FaultBoard(int seed)
{
    public const string LongPoll = "longpoll";
    public const string Upload = "upload";

    private readonly Lock _gate = new();
    private readonly Random _dice = new(seed);
    private List<(FaultRule Rule, int Left)> _rules = [];

    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (_gate)
                return [.. _rules.Select(entry => entry.Rule.Times is null ? entry.Rule : entry.Rule with { Times = entry.Left })];
        }
    }

    public void Replace(IEnumerable<FaultRule> rules)
    {
        var list = rules.Select(rule => (rule, rule.Times ?? int.MaxValue)).ToList();
        lock (_gate)
            _rules = list;
    }

    /// <summary>The fault of kind <typeparamref name="T"/> that strikes now, or null.</summary>
    /// <param name="named">True when only a rule that names <paramref name="target"/> counts.</param>
    public T? Draw<T>(string target, bool named = false)
        where T : Fault
    {
        lock (_gate)
        {
            for (var i = 0; i < _rules.Count; i++)
            {
                var (rule, left) = _rules[i];
                if (rule.Fault is not T fault || left <= 0 || !(rule.Method == target || (rule.Method is null && !named)))
                    continue;
                if (rule.Rate < 1 && _dice.NextDouble() >= rule.Rate)
                    continue;
                if (rule.Times is not null)
                    _rules[i] = (rule, left - 1);
                return fault;
            }

            return null;
        }
    }
}
