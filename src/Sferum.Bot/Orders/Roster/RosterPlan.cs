using System.Collections.Immutable;

namespace Sferum.Bot.Orders.Roster;

/// <summary>What a file would do to the roster, or has done: the same when it is shown and when it is applied.</summary>
internal sealed record RosterPlan(ImmutableArray<RosterChange> Changes)
{
    public bool ChangesNothing => Changes.All(change => change is RosterChange.Keep or RosterChange.Missing);

    /// <summary>The roster as it stands once the plan is applied, archived institutions left out, by name.</summary>
    public IReadOnlyList<KnownInstitution> Outcome() =>
    [
        .. Changes.Select(change => change.After).Where(after => !after.Archived).OrderBy(after => after.Name, StringComparer.Ordinal),
    ];

    /// <summary>Nothing is to change: codes are wanted for the roster as it stands.</summary>
    public static RosterPlan Nothing(IEnumerable<KnownInstitution> known) =>
        new([.. known.Where(institution => !institution.Archived).Select(institution => new RosterChange.Keep(institution))]);
}

/// <summary>What becomes of one institution. A closed family.</summary>
internal abstract record RosterChange
{
    private RosterChange()
    {
    }

    /// <summary>The institution as it is afterwards; its id is 0 until it is stored.</summary>
    public abstract KnownInstitution After { get; }

    internal sealed record Add(RosterLine Line) : RosterChange
    {
        public override KnownInstitution After => new(0, Line.Name, Line.Type, Line.Key, Line.Head ?? "");
    }

    internal sealed record Update(KnownInstitution Before, RosterLine Line) : RosterChange
    {
        public override KnownInstitution After => Written(Before, Line);
    }

    internal sealed record Keep(KnownInstitution Known) : RosterChange
    {
        public override KnownInstitution After => Known;
    }

    /// <summary>Not in the file, and left as it is.</summary>
    internal sealed record Missing(KnownInstitution Known) : RosterChange
    {
        public override KnownInstitution After => Known;
    }

    /// <summary>Not in the file, and archived because that was asked for: nobody acts for it or reports any more.</summary>
    internal sealed record Archive(KnownInstitution Known) : RosterChange
    {
        public override KnownInstitution After => Known with { Archived = true };
    }

    /// <summary>What the file does not tell stays as it is; what was archived and is in the file comes back.</summary>
    public static KnownInstitution Written(KnownInstitution before, RosterLine line) => before with
    {
        Name = line.Name,
        Type = line.Type,
        Key = line.Key ?? before.Key,
        Head = line.Head ?? before.Head,
        Archived = false,
    };
}

/// <summary>An institution as the database has it.</summary>
/// <param name="Key">What names it for good in the office's own lists; null when none was given.</param>
/// <param name="Head">Post and name of the head as the office's list has it; a note, no right comes of it.</param>
/// <param name="Joined">Whether somebody is head of it in the bot now.</param>
/// <param name="OpenCodes">Codes that could still be used.</param>
internal sealed record KnownInstitution(
    long Id, string Name, string Type, string? Key, string Head, bool Archived = false, bool Joined = false, int OpenCodes = 0);
