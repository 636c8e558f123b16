using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Transcripts;

/// <summary>A written message: words, attachments in braces, <c>{ref teacher}</c> for a deep link.</summary>
internal static partial class TranscriptMessage
{
    public static DialogEvent.Wrote Parse(string text, Func<int> nextId)
    {
        string? hint = null;
        var attachments = ImmutableArray.CreateBuilder<Attachment>();
        foreach (Match match in Braces().Matches(text))
        {
            var name = match.Groups["name"].Value.Trim();
            if (match.Groups["kind"].Value == "ref")
            {
                hint = name;
                continue;
            }

            var (kind, prefix) = match.Groups["kind"].Value switch
            {
                "photo" => (AttachmentKind.Photo, "photo"),
                "doc" => (AttachmentKind.Document, "doc"),
                "voice" => (AttachmentKind.Voice, "audio_message"),
                "sticker" => (AttachmentKind.Sticker, "sticker"),
                "link" => (AttachmentKind.Link, "link"),
                _ => (AttachmentKind.Other, "wall"),
            };
            attachments.Add(new Attachment(kind, $"{prefix}1_{nextId()}", name, 0));
        }

        return new DialogEvent.Wrote(Braces().Replace(text, "").Trim(), attachments.ToImmutable(), hint);
    }

    [GeneratedRegex(@"\{(?<kind>photo|doc|voice|sticker|link|other|ref)(?<name>[^}]*)\}")]
    private static partial Regex Braces();
}
