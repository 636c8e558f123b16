namespace Sferum.Bot.Privacy;

/// <summary>What one table of the database holds of people, in the words of the operator's paperwork.</summary>
/// <param name="Name">Of the table.</param>
/// <param name="What">Its content.</param>
/// <param name="Whose">Of whom.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Ground">By what right.</param>
/// <param name="SeenBy">Who sees it.</param>
/// <param name="Columns">Those that hold something of a person or are told him.</param>
/// <param name="Technical">The others.</param>
public sealed record StoredTable(
    string Name, string What, string Whose, string Purpose, string Ground, Keeping Keeping, string SeenBy, IReadOnlyList<StoredColumn> Columns, IReadOnlyList<string> Technical)
{
    /// <summary>It serves the way of messages or the guarding of data, and tells a person little of himself.</summary>
    public bool IsPassing { get; init; }

    /// <summary>Columns with the number of a person.</summary>
    public IEnumerable<StoredColumn> Numbers => Columns.Where(column => column.OnErasure is OnErasure.RowGoes or OnErasure.AliasTakesPlace);
}

/// <param name="Words">What stands in it, as a person is told.</param>
public sealed record StoredColumn(string Name, string Words, OnErasure OnErasure);

/// <summary>What becomes of a column when a person has his data deleted.</summary>
public enum OnErasure
{
    /// <summary>It is not of the person: the institution's or the office's.</summary>
    Stays,

    /// <summary>It holds his number: the row goes.</summary>
    RowGoes,

    /// <summary>It holds his number: a negative one that means nobody takes its place.</summary>
    AliasTakesPlace,

    /// <summary>Texts that may name his page or his files: those names go.</summary>
    MentionsGo,

    /// <summary>It stays for a few days, and the table says why.</summary>
    GoesBySchedule,
}

/// <summary>How long a table keeps its rows. A closed list.</summary>
public abstract record Keeping
{
    private Keeping()
    {
    }

    /// <summary>A rule by that name is run on schedule (<c>OldRows</c>, or one of the housekeeper's own).</summary>
    public sealed record ByRule(string Rule, Func<PrivacyOptions, string> Period) : Keeping;

    /// <summary>Rows stay, or go by themselves, and why they do not grow without end.</summary>
    public sealed record WhileNeeded(string Reason) : Keeping;

    public string Words(PrivacyOptions options) => this switch
    {
        ByRule rule => rule.Period(options),
        WhileNeeded needed => needed.Reason,
        _ => throw new InvalidOperationException($"unknown keeping {GetType().Name}"),
    };
}
