using System.Globalization;
using System.Security;
using System.Text;

namespace Sferum.Bot.Rehearsal;

/// <summary>A campaign over time as SVG: people reminded a day as bars, heads who are done as a line.</summary>
internal static class CampaignPicture
{
    private const int Width = 960;
    private const int Height = 360;
    private const int Left = 56;
    private const int Right = 16;
    private const int Top = 48;
    private const int Bottom = 56;

    public static string Draw(RehearsalResult result, string title, string reminded, string done)
    {
        var svg = new StringBuilder();
        var days = result.Days;
        double all = Math.Max(1, result.Heads.Length);
        var step = (double)(Width - Left - Right) / days.Length;
        double X(int day) => Left + (day * step);
        double Y(double share) => Height - Bottom - (share * (Height - Top - Bottom));
        void Line(FormattableString line) => svg.AppendLine(line.ToString(CultureInfo.InvariantCulture));

        (title, reminded, done) = (SecurityElement.Escape(title), SecurityElement.Escape(reminded), SecurityElement.Escape(done));
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\" aria-label=\"{title}\">");
        Line($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/><text x=\"{Left}\" y=\"22\" font-size=\"15\">{title}</text>");
        foreach (var quarter in Enumerable.Range(0, 5))
        {
            Line($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(quarter / 4.0):F1}\" y2=\"{Y(quarter / 4.0):F1}\" stroke=\"#ddd\"/>");
            Line($"<text x=\"{Left - 8}\" y=\"{Y(quarter / 4.0) + 4:F1}\" text-anchor=\"end\">{all * quarter / 4:F0}</text>");
        }

        for (var i = 0; i < days.Length; i++)
        {
            var day = days[i];
            Line($"<rect x=\"{X(i) + (step * 0.15):F1}\" y=\"{Y(day.Reminded / all):F1}\" width=\"{step * 0.7:F1}\" height=\"{Y(0) - Y(day.Reminded / all):F1}\" fill=\"#e8a33d\"><title>{day.Day:dd.MM}: {day.Reminded}</title></rect>");
            if (day.Day.DayOfWeek == DayOfWeek.Monday || i == 0)
            {
                Line($"<text x=\"{X(i) + (step / 2):F1}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{day.Day:dd.MM}</text>");
            }
        }

        Line($"<polyline fill=\"none\" stroke=\"#2d6cb5\" stroke-width=\"3\" points=\"{string.Join(' ', days.Select((day, i) => string.Create(CultureInfo.InvariantCulture, $"{X(i) + (step / 2):F1},{Y(day.Done / all):F1}")))}\"/>");
        Line($"<rect x=\"{Left}\" y=\"{Height - 22}\" width=\"12\" height=\"12\" fill=\"#e8a33d\"/><text x=\"{Left + 18}\" y=\"{Height - 12}\">{reminded}</text>");
        Line($"<rect x=\"{Left + 220}\" y=\"{Height - 22}\" width=\"12\" height=\"12\" fill=\"#2d6cb5\"/><text x=\"{Left + 238}\" y=\"{Height - 12}\">{done}</text>");
        svg.AppendLine("</svg>");
        return svg.ToString();
    }
}
