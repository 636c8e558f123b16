using System.Globalization;
using System.Text.RegularExpressions;
using Sferum.VkSimulator.Files;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>Reads <c>attachment</c>: <c>type{owner}_{id}[_{access_key}]</c>, comma-separated, and <c>sticker_id</c>.</summary>
internal static partial class SentAttachments
{
    private const int Most = 10;
    private const int Longest = 9000;

    public static IReadOnlyList<Attachment> Read(VkWorld world, Parameters parameters)
    {
        var stickerId = parameters.Int("sticker_id", 0, 0, int.MaxValue);
        var sticker = stickerId == 0 ? [] : new Attachment[] { new Attachment.Sticker(stickerId) };
        if (parameters.Text("attachment") is not { } text)
            return sticker;
        if (text.Length > Longest)
            throw Parameters.Wrong($"attachment is longer than {Longest} characters");
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > Most)
            throw Parameters.Wrong($"attachment: more than {Most} attachments");
        return [.. names.Select(name => Find(world, name) ?? throw Parameters.Wrong($"attachment {name} is invalid")), .. sticker];
    }

    private static Attachment? Find(VkWorld world, string name)
    {
        if (Uri.TryCreate(name, UriKind.Absolute, out var link) && link.Scheme is "http" or "https")
            return new Attachment.Link(name, link.Host);
        var match = Name().Match(name);
        if (!match.Success || !int.TryParse(match.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        var type = match.Groups["type"].Value;
        if (type is not ("photo" or "doc" or "audio_message" or "graffiti"))
            return new Attachment.Unknown(type, name);
        var file = world.Files.Find(id);
        var key = match.Groups["key"];
        if (file is null || !file.OwnerId.ToString(CultureInfo.InvariantCulture).Equals(match.Groups["owner"].Value, StringComparison.Ordinal) ||
            (key.Success && key.Value != file.AccessKey))
            return null;
        // A voice message is sent under either name; the file knows what it is.
        return (type, file.Kind) switch
        {
            ("photo", FileKind.Photo) => new Attachment.Photo(file),
            ("doc", FileKind.Document) => new Attachment.Document(file),
            ("doc" or "audio_message", FileKind.Voice) => new Attachment.Voice(file),
            ("doc" or "graffiti", FileKind.Graffiti) => new Attachment.Graffiti(file),
            _ => null,
        };
    }

    [GeneratedRegex(@"^(?<type>[a-z_]+)(?<owner>-?\d+)_(?<id>\d+)(_(?<key>[A-Za-z0-9]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
