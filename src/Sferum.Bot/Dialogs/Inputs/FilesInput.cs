using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// Photos and documents as evidence: a list of attachment ids. Problems <c>voice</c>, <c>sticker</c> (nothing else came),
/// <c>executable</c>, <c>too_large</c> (over 50 MB). How many a report may hold, whoever takes them decides.
/// </summary>
internal sealed class FilesInput : IInput
{
    private const long LargestBytes = 50L * 1024 * 1024;

    private static readonly ImmutableHashSet<string> _executables = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".exe", ".bat", ".cmd", ".com", ".scr", ".msi", ".js", ".jse", ".vbs", ".vbe", ".wsf", ".ps1", ".jar", ".apk", ".lnk", ".dll", ".sh", ".hta", ".pif");

    public string Name => "files";

    public ImmutableArray<string> Parts => ["0"];

    public bool IsList => true;

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var attachments = message.Attachments.IsDefault ? [] : message.Attachments;
        var files = attachments.Where(a => a.Kind is AttachmentKind.Photo or AttachmentKind.Document).DistinctBy(a => a.Id).ToList();
        return files switch
        {
            [] when attachments.Any(a => a.Kind == AttachmentKind.Voice) => new Recognition.Problem("voice"),
            [] when attachments.Any(a => a.Kind == AttachmentKind.Sticker) => new Recognition.Problem("sticker"),
            [] => new Recognition.None(),
            _ when files.Any(IsExecutable) => new Recognition.Problem("executable"),
            _ when files.Any(f => f.Size > LargestBytes) => new Recognition.Problem("too_large"),
            _ => new Recognition.Match(AnswerParts.OfList(files.Select(f => f.Id))),
        };
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) =>
        values.IsEmpty ? "" : $"{values.Count} {RussianPlural.Form(values.Count, "файл", "файла", "файлов")}";

    /// <summary>Windows drops dots and spaces at the end of a name.</summary>
    private static bool IsExecutable(Attachment file) =>
        file.Kind == AttachmentKind.Document && _executables.Contains(Path.GetExtension(file.Name.TrimEnd('.', ' ')));
}
