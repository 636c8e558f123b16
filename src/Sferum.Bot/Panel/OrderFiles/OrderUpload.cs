using System.Text;

namespace Sferum.Bot.Panel.OrderFiles;

/// <summary>What a form has brought as an order, or why it can't be one. A closed list.</summary>
internal abstract record OrderUpload
{
    /// <summary>Of a file, and of what was typed.</summary>
    public const int MostBytes = 512 * 1024;

    /// <summary>
    /// Of the whole form. Far more than an order needs: what is not read to its end is answered by a broken connection in
    /// most browsers, and whoever took a wrong file should see why it is refused. Beyond, nothing is read.
    /// </summary>
    public const int MostBytesOfForm = 16 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private OrderUpload()
    {
    }

    public sealed record Text(string Value) : OrderUpload;

    /// <param name="Typed">What there is to show again.</param>
    public sealed record Refused(string Fault, string Typed) : OrderUpload;

    /// <param name="file">Goes before what was typed.</param>
    public static async Task<OrderUpload> ReadAsync(IFormFile? file, string? typed, CancellationToken cancellationToken)
    {
        if (file is not { Length: > 0 })
        {
            return string.IsNullOrWhiteSpace(typed) ? new Refused("Выберите файл приказа или вставьте его текст.", "") : Of(typed);
        }

        if (file.Length > MostBytes)
        {
            return new Refused($"Файл больше {MostBytes / 1024} КБ: это не приказ. Ничего не загружено.", "");
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        try
        {
            return Of(Strict.GetString(content.GetBuffer(), 0, (int)content.Length));
        }
        catch (DecoderFallbackException)
        {
            return new Refused("Это не текст в кодировке UTF-8. Нужен текстовый файл .yaml; в Блокноте при сохранении выберите кодировку UTF-8.", "");
        }
    }

    private static OrderUpload Of(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        return lines.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
            ? new Refused("В файле не текст: есть служебные знаки. Нужен текстовый файл .yaml.", "")
            : Encoding.UTF8.GetByteCount(lines) > MostBytes
                ? new Refused($"Текст больше {MostBytes / 1024} КБ. Сократите его.", lines)
                : new Text(lines);
    }
}
