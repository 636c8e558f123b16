using Sferum.Bot.Orders;

namespace Sferum.Bot.Reports.Warnings;

/// <summary>What looks suspicious in a report; a person decides what it means.</summary>
public abstract record Warning
{
    private Warning()
    {
    }

    /// <summary>A report of another point or institution holds the same file, or a picture that shows the same.</summary>
    /// <param name="IsCopy">To the byte.</param>
    public sealed record SameFile(EvidenceFile File, OtherReport Other, bool IsCopy) : Warning;

    /// <summary>So small that a page on it can't be read.</summary>
    public sealed record TooSmall(EvidenceFile File, int Width, int Height) : Warning;

    public sealed record TooDark(EvidenceFile File) : Warning;

    /// <summary>What has to be the same act has another number or date in another report of the institution.</summary>
    public sealed record DocumentDiffers(OtherReport Other, NamedDocument Own, NamedDocument Theirs) : Warning;

    /// <summary>Words or numbers that hint at personal data.</summary>
    /// <param name="Place">A name of a file, or the label of an answer.</param>
    public sealed record PersonalData(string Place, string Words) : Warning;
}

/// <param name="Label">Of its point.</param>
/// <param name="Line">Where it stands on the page of its institution.</param>
public sealed record OtherReport(long Id, Institution Institution, LineKey Line, string Label, string Status);
