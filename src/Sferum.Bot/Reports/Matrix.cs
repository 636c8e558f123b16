using System.Collections.Immutable;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Reports;

/// <summary>Which part of the matrix is asked for.</summary>
/// <param name="Types">None for all.</param>
/// <param name="Points">Tasks, or headings for all below; none for all.</param>
/// <param name="Status">One of <c>DistrictStatus</c>; null for whatever status.</param>
/// <param name="Text">Words of names; empty for all.</param>
public sealed record MatrixQuery(
    ImmutableArray<string> Types, ImmutableArray<LineKey> Points, string? Status = null, string Text = "", MatrixSort Sort = MatrixSort.Name, bool Descending = false);

public enum MatrixSort
{
    Name,
    Type,

    /// <summary>By how many mandatory lines are open.</summary>
    Open,

    /// <summary>By how many of them are over their deadline.</summary>
    Late,
}

/// <param name="Columns">Each line once, in the order of the orders.</param>
/// <param name="Of">To how many institutions the filters other than the status leave.</param>
/// <param name="Counts">Of those, how many institutions stand so, by <c>DistrictStatus</c>.</param>
/// <param name="Totals">Of the rows, by column.</param>
public sealed record Matrix(
    ImmutableArray<OrderLine> Columns, ImmutableArray<MatrixRow> Rows, int Of, IReadOnlyDictionary<string, int> Counts, ImmutableArray<MatrixTotal> Totals)
{
    public string Version { get; init; } = "";
}

/// <param name="Open">Mandatory lines that neither wait for review nor are accepted.</param>
/// <param name="Late">Of them, over their deadline.</param>
public sealed record MatrixRow(Institution Institution, bool Joined, ImmutableArray<MatrixCell> Cells, int Open, int Late);

/// <param name="Late">Over its deadline, or reported after it.</param>
/// <param name="Due">Its deadline, the institution's own if it has one.</param>
public sealed record MatrixCell(MatrixState State, bool Late, DateOnly? Due)
{
    /// <summary>It has to be done; told of what is open only.</summary>
    public bool IsMandatory { get; init; }

    /// <summary>It is still to be reported, or to be reported anew.</summary>
    public bool IsOpen => IsMandatory && State is (MatrixState.Open or MatrixState.Returned);

    /// <summary>How an institution stands to a line that concerns it.</summary>
    /// <param name="status">Of what stands reported; null where nothing does.</param>
    /// <param name="reportedLate">What stands was reported after its deadline.</param>
    /// <param name="isDecided">The office has decided about the line; then <paramref name="ownDue"/> is the institution's own deadline, or null: it is excused.</param>
    internal static MatrixCell Of(OrderLine line, string? status, bool reportedLate, bool isDecided, DateOnly? ownDue, DateOnly today)
    {
        var isExcused = isDecided && ownDue is null;
        var due = ownDue ?? line.Point.Deadline;
        var must = line.Mandatory && !isExcused;
        return status switch
        {
            ReportStatus.Accepted => new MatrixCell(MatrixState.Accepted, reportedLate, due),
            ReportStatus.Reported => new MatrixCell(MatrixState.Waiting, reportedLate, due),
            ReportStatus.Returned => new MatrixCell(MatrixState.Returned, must && due < today, due) { IsMandatory = must },
            _ when isExcused => new MatrixCell(MatrixState.Excused, false, null),
            _ when !line.Mandatory => new MatrixCell(MatrixState.Optional, false, due),
            _ => new MatrixCell(MatrixState.Open, due < today, due) { IsMandatory = true },
        };
    }

    /// <summary>«не сдан».</summary>
    public string Word => State switch
    {
        MatrixState.NotForType => "не для этого типа",
        MatrixState.Excused => "снят",
        MatrixState.Optional => "не обязателен",
        MatrixState.Open => DistrictWords.OfReport(null),
        MatrixState.Waiting => DistrictWords.OfReport(ReportStatus.Reported),
        MatrixState.Accepted => DistrictWords.OfReport(ReportStatus.Accepted),
        MatrixState.Returned => DistrictWords.OfReport(ReportStatus.Returned),
        _ => throw new InvalidOperationException($"unknown state {State}"),
    };

    /// <summary>«просрочен»; null when it is not late.</summary>
    public string? LateWord => !Late ? null : State is MatrixState.Open or MatrixState.Returned ? "просрочен" : "с опозданием";

    /// <summary>A sign beside the word; null where there is none.</summary>
    public string? Mark => State switch
    {
        MatrixState.Accepted => "✓",
        MatrixState.Waiting => "◷",
        MatrixState.Returned => "↩",
        MatrixState.Open => "○",
        _ => null,
    };

    /// <summary>«не сдан, просрочен».</summary>
    public string Words => LateWord is { } late ? $"{Word}, {late}" : Word;
}

public enum MatrixState
{
    NotForType,
    Excused,

    /// <summary>«По усмотрению», and nothing stands reported.</summary>
    Optional,
    Open,
    Waiting,
    Accepted,
    Returned,
}

/// <param name="Open">As in <see cref="MatrixRow"/>: what was returned is open too.</param>
public sealed record MatrixTotal(int Open, int Late, int Waiting, int Accepted, int Returned);
