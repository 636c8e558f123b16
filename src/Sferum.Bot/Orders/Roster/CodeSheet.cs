using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using QRCoder;

namespace Sferum.Bot.Orders.Roster;

/// <summary>Codes as a page made for print: a card per institution to cut out. One HTML file that needs no other and no script.</summary>
internal static class CodeSheet
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Cyrillic, UnicodeRanges.GeneralPunctuation, UnicodeRanges.Latin1Supplement, UnicodeRanges.LetterlikeSymbols);

    private const string Head =
        """
        <!DOCTYPE html>
        <html lang="ru">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Коды учреждений</title>
        <style>
        @page { size: A4; margin: 10mm; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 190mm; font: 10.5pt/1.35 "PT Sans", "DejaVu Sans", Arial, sans-serif; color: #000; background: #fff; }
        .note { padding: 4mm 0; font-size: 10pt; }
        main { display: grid; grid-template-columns: 1fr 1fr; }
        .card { display: flex; flex-direction: column; min-height: 65mm; padding: 5mm; margin: 0 -0.3mm -0.3mm 0; border: 0.3mm dashed #777; break-inside: avoid; overflow: hidden; }
        h2 { margin: 0 0 2.5mm; font-size: 11pt; line-height: 1.25; overflow-wrap: anywhere; }
        .middle { display: flex; align-items: center; gap: 4mm; }
        .middle svg { flex: none; width: 32mm; height: 32mm; }
        .code { font: bold 16pt/1.2 "PT Mono", "DejaVu Sans Mono", monospace; white-space: nowrap; }
        .until { font-size: 9pt; color: #333; }
        .link { margin: 1.5mm 0 0; font-size: 8.5pt; overflow-wrap: anywhere; }
        ol { margin: auto 0 0; padding: 2mm 0 0 5mm; font-size: 9pt; line-height: 1.3; }
        @media print { .note { display: none; } }
        @media screen and (max-width: 600px) { main { grid-template-columns: 1fr; margin: 0 3mm; } .note { margin: 0 3mm; } }
        </style>
        </head>
        <body>
        <p class="note">Распечатайте, разрежьте по пунктиру и передайте каждому руководителю его карточку. Кто знает код, тот сможет отчитаться за учреждение, поэтому после печати файл лучше удалить.</p>
        <main>

        """;

    private const string Tail =
        """
        </main>
        </body>
        </html>

        """;

    public static string Write(IEnumerable<CodeCard> cards)
    {
        var page = new StringBuilder(Head);
        foreach (var card in cards)
        {
            var link = Html.Encode(card.Link.AbsoluteUri);
            page.Append(
                CultureInfo.InvariantCulture,
                $"""
                <article class="card">
                <h2>{Html.Encode(card.Institution)}</h2>
                <div class="middle">
                {QrOf(card.Link)}
                <div><div class="code">{Html.Encode(card.Code)}</div><div class="until">действует<br>до {card.Until:dd.MM.yyyy}, {card.Until:HH:mm}</div></div>
                </div>
                <p class="link"><a href="{link}">{link}</a></p>
                <ol><li>Наведите камеру телефона на рисунок или откройте ссылку: это чат с ботом во ВКонтакте.</li><li>Напишите боту код. Он одноразовый: не передавайте его другим.</li></ol>
                </article>

                """);
        }

        return page.Append(Tail).ToString();
    }

    /// <summary>The link as a QR code with its quiet zone, scaled by the page.</summary>
    internal static string QrOf(Uri link)
    {
        using var data = QRCodeGenerator.GenerateQrCode(link.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        using var qr = new SvgQRCode(data);
        return qr.GetGraphic(1, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
