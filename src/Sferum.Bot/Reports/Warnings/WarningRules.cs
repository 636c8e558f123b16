using System.Collections.Immutable;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Reports.Warnings;

/// <summary>What is suspicious; decided from what was read, without a look at anything else.</summary>
internal static class WarningRules
{
    /// <summary>Pixels of the shorter side: across a sheet of A4 that is 60 a inch, small letters are 4 pixels high.</summary>
    internal const int ReadableSide = 500;

    /// <summary>Mean brightness below which a photo is dark, and the brightness that no part of it reaches: a dark screen has light letters.</summary>
    internal const int DarkMean = 50;

    internal const int DarkHighlight = 120;

    private const string NoNumber = "б/н";

    public static Findings Of(
        WaitingReport subject,
        IReadOnlyCollection<EvidenceFile> files,
        IReadOnlyCollection<SameEvidence> same,
        IReadOnlyCollection<NamedElsewhere> elsewhere,
        PersonalWords personal)
    {
        ImmutableArray<Warning> warnings =
        [
            .. OfSame(files, same),
            .. files.SelectMany(OfLooks),
            .. OfDocuments(subject, same.Select(s => s.Other.Id).ToHashSet(), elsewhere),
            .. OfWords(subject, files, personal),
        ];
        return new Findings(warnings, HindranceOf(subject, files, warnings));
    }

    /// <summary>Each other report once for a file, to the byte if so.</summary>
    private static IEnumerable<Warning> OfSame(IReadOnlyCollection<EvidenceFile> files, IReadOnlyCollection<SameEvidence> same) =>
        from one in same
        group one by (one.FileId, one.Other.Id) into pair
        let file = files.FirstOrDefault(f => f.Id == pair.Key.FileId)
        where file is not null
        orderby file.Id, pair.Key.Id
        select new Warning.SameFile(file, pair.First().Other, pair.Any(one => one.IsCopy));

    private static IEnumerable<Warning> OfLooks(EvidenceFile file)
    {
        if (file.Look is not PictureLook.Picture look)
        {
            yield break;
        }

        if (Math.Min(look.Width, look.Height) < ReadableSide)
        {
            yield return new Warning.TooSmall(file, look.Width, look.Height);
        }

        if (look.Brightness < DarkMean && look.Highlight < DarkHighlight)
        {
            yield return new Warning.TooDark(file);
        }
    }

    /// <summary>One number with two dates is one act written wrongly; one file under two numbers or dates too.</summary>
    private static IEnumerable<Warning> OfDocuments(WaitingReport subject, HashSet<long> sameFile, IReadOnlyCollection<NamedElsewhere> elsewhere) =>
        from own in DocumentsOf(subject)
        from other in elsewhere
        where other.Report.Id != subject.Report.Id && Differ(own, other.Document, sameFile.Contains(other.Report.Id))
        orderby other.Report.Id
        select new Warning.DocumentDiffers(other.Report, own, other.Document);

    private static IEnumerable<NamedDocument> DocumentsOf(WaitingReport report) =>
        report.Report.Kind == ReportKind.Done ? report.Line.Point.DocumentsAmong(report.Report.Answers) : [];

    private static bool Differ(NamedDocument own, NamedDocument other, bool isSameFile)
    {
        var isOtherDate = own.Date is { } date && other.Date is { } otherDate && date != otherDate;
        return (NumberOf(own), NumberOf(other)) switch
        {
            ({ } number, { } otherNumber) when number == otherNumber => isOtherDate,
            ({ }, { }) => isSameFile,
            _ => isSameFile && isOtherDate,
        };
    }

    /// <summary>«12-ОД» and «12/од» are one; null where there is none.</summary>
    private static string? NumberOf(NamedDocument document) => document.Number is null or NoNumber
        ? null
        : string.Concat(document.Number.ToLowerInvariant().Where(c => !char.IsWhiteSpace(c)).Select(c => c is '/' or '\\' or '_' ? '-' : c));

    private static IEnumerable<Warning> OfWords(WaitingReport subject, IReadOnlyCollection<EvidenceFile> files, PersonalWords personal)
    {
        foreach (var file in files)
        {
            if (personal.FindIn(file.Name) is { } words)
            {
                yield return new Warning.PersonalData(file.Name, words);
            }
        }

        foreach (var (label, text) in TextsOf(subject))
        {
            if (personal.FindIn(text) is { } words)
            {
                yield return new Warning.PersonalData(label, words);
            }
        }
    }

    /// <summary>What was typed, but for names of files and addresses.</summary>
    private static IEnumerable<(string Label, string Text)> TextsOf(WaitingReport subject) => subject.Report.Kind != ReportKind.Done
        ? subject.Report.Answers.Values.Select(words => ("запись", words))
        : from field in subject.Line.Point.Evidence
          where field.Input is not (EvidenceField.FilesInput or "link" or "links")
          from answer in subject.Report.Answers
          where field.IsAnsweredBy(answer.Key)
          select (field.Label, answer.Value);

    private static Hindrance? HindranceOf(WaitingReport subject, IReadOnlyCollection<EvidenceFile> files, ImmutableArray<Warning> warnings) => subject switch
    {
        { Report.Kind: ReportKind.NotApplicable } => Hindrance.SaysNotConcerned,
        { Report.Kind: ReportKind.ByPhone } => Hindrance.ToldByPhone,
        _ when files.Count < subject.Line.Point.FilesAmong(subject.Report.Answers).Distinct(StringComparer.Ordinal).Count() => Hindrance.FileMissing,
        _ when files.Any(file => file is not { State: "stored", Sha256: not null }) => Hindrance.FileMissing,
        _ when files.Any(file => file.Look is PictureLook.Unseen) => Hindrance.NotLookedAt,
        _ when files.Any(file => file.Look is PictureLook.NoPicture) => Hindrance.HasToBeOpened,
        _ when warnings.Length > 0 => Hindrance.Warned,
        _ => null,
    };
}

/// <summary>A file of the report and a report of another line that holds the same.</summary>
internal sealed record SameEvidence(long FileId, OtherReport Other, bool IsCopy);

/// <summary>An act as another report of the same institution names it.</summary>
internal sealed record NamedElsewhere(OtherReport Report, NamedDocument Document);
