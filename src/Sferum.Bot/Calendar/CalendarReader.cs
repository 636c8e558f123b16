using System.Collections.Immutable;
using System.Globalization;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Calendar;

/// <summary>Reads <c>calendar/*.yaml</c> below a folder of data files: a file for each year with a decree, and one with the office's own days.</summary>
public static class CalendarReader
{
    private const string Subfolder = "calendar";

    /// <returns>What could be read; to be used only when <paramref name="faults"/> stayed empty.</returns>
    public static ProductionCalendar Load(string dialogs, Faults faults)
    {
        var folder = Path.Combine(dialogs, Subfolder);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        return Read(files.Select(path => KeyValuePair.Create($"{Subfolder}/{Path.GetFileName(path)}", File.ReadAllText(path))), faults);
    }

    /// <summary>As <see cref="Load"/>, from texts: path with forward slashes → content.</summary>
    public static ProductionCalendar Read(IEnumerable<KeyValuePair<string, string>> files, Faults faults)
    {
        var years = new Dictionary<int, CalendarYear>();
        var own = MovedDays.None;
        foreach (var (path, text) in files)
        {
            var root = DataNode.Parse(path, text, faults);
            if (root["office"] is { Exists: true } office)
            {
                var moved = ReadMoved(office, year: null);
                own = new MovedDays(own.DaysOff.AddRange(moved.DaysOff), own.WorkingDays.AddRange(moved.WorkingDays));
                office.ComplainOfUnread();
            }
            else if (root.Exists && ReadYear(root) is { } year && !years.TryAdd(year.Year, year))
            {
                root["year"].Complain($"{year.Year} год уже есть в другом файле. Оставьте один из двух.");
            }

            root.ComplainOfUnread();
        }

        return new ProductionCalendar(years.Values, own);
    }

    private static CalendarYear? ReadYear(DataNode root)
    {
        var text = root["year"].Text("год (year)");
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2100)
        {
            root["year"].Complain($"«{text}» — не год. Напишите, например, 2026.");
            return null;
        }

        return new CalendarYear(year, root["decree"].Text("номер и дата постановления (decree)"), ReadMoved(root, year));
    }

    private static MovedDays ReadMoved(DataNode node, int? year) => new(ReadDays(node["days_off"], year), ReadDays(node["working_days"], year));

    private static ImmutableArray<DateOnly> ReadDays(DataNode node, int? year)
    {
        var days = ImmutableArray.CreateBuilder<DateOnly>();
        foreach (var item in node.Items())
        {
            if (item.Date("день") is not { } day)
            {
                continue;
            }

            if (year is not null && day.Year != year)
            {
                item.Complain($"{day:yyyy-MM-dd} не в {year} году. Перенесите день в файл его года.");
            }
            else
            {
                days.Add(day);
            }
        }

        return days.ToImmutable();
    }
}
