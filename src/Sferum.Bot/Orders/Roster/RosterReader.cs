using System.Collections.Immutable;
using System.Globalization;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Roster;

/// <summary>Reads a roster from the bytes of a CSV or XLSX and names every fault at once, each with line and mend.</summary>
internal sealed class RosterReader(string file, ImmutableArray<InstitutionType> types, Faults faults)
{
    private static readonly byte[] ZipSignature = "PK\u0003\u0004"u8.ToArray();

    /// <summary>XLS of before 2007, and an XLSX with a password.</summary>
    private static readonly byte[] OldExcelSignature = [0xD0, 0xCF, 0x11, 0xE0];

    private readonly TypeGuess _guess = new(types);
    private readonly List<string> _remarks = [];
    private readonly List<int> _guessed = [];

    /// <param name="file">What faults call it.</param>
    /// <param name="types">What <see cref="OrderBook.Types"/> holds.</param>
    /// <returns>The roster; to be used only when no fault was added.</returns>
    public static RosterFile Read(string file, Stream content, ImmutableArray<InstitutionType> types, Faults faults) =>
        new RosterReader(file, types, faults).Read(content);

    private RosterFile Read(Stream content)
    {
        var rows = RowsOf(content);
        if (faults.Count > 0)
        {
            return new RosterFile([], []);
        }

        if (RosterColumns.Find(file, rows, faults) is not { } columns)
        {
            faults.Add(new Place(file, 1), "Нет строки заголовков со столбцом «Учреждение». Первой строкой поставьте, например: Учреждение; Тип; Руководитель.");
            return new RosterFile([], []);
        }

        if (columns.Unused.Length > 0)
        {
            _remarks.Add($"Столбцы, которые не понадобились: {string.Join(", ", columns.Unused.Select(title => $"«{title}»"))}.");
        }

        var lines = rows
            .Where(row => row.Line > columns.HeaderLine && !row.IsEmpty)
            .TakeWhile(_ => faults.Count < RosterLimits.MostFaults)
            .Select(row => LineOf(row, columns))
            .OfType<RosterLine>()
            .ToImmutableArray();
        if (faults.Count >= RosterLimits.MostFaults)
        {
            faults.Add(new Place(file, 0), $"Ошибок больше {RosterLimits.MostFaults}, дальше файл не проверялся. Исправьте эти и проверьте ещё раз.");
        }

        if (lines.Length == 0 && faults.Count == 0)
        {
            faults.Add(new Place(file, columns.HeaderLine), "Под заголовками нет ни одного учреждения.");
        }

        NameDoubles(lines);
        if (_guessed.Count > 0)
        {
            _remarks.Add($"Тип определён по названию, проверьте: {Ranges(_guessed)}.");
        }

        return new RosterFile(lines, [.. _remarks]);
    }

    private IReadOnlyList<RosterRow> RowsOf(Stream content)
    {
        if (ReadLimited(content) is not { } bytes)
        {
            faults.Add(new Place(file, 0), RosterFaults.TooLarge);
            return [];
        }

        if (bytes.AsSpan().StartsWith(OldExcelSignature))
        {
            faults.Add(new Place(file, 0), "Это старый формат Excel или книга с паролем. Сохраните её без пароля как «Книга Excel (.xlsx)».");
            return [];
        }

        if (!bytes.AsSpan().StartsWith(ZipSignature))
        {
            return CsvRows.Read(file, bytes, faults);
        }

        var (rows, others) = XlsxRows.Read(file, bytes, faults);
        if (others.Count > 0)
        {
            _remarks.Add($"Прочитан только первый лист; не прочитаны: {string.Join(", ", others.Select(sheet => $"«{sheet}»"))}.");
        }

        return rows;
    }

    private static byte[]? ReadLimited(Stream content)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            kept.Write(buffer, 0, read);
            if (kept.Length > RosterLimits.MostBytes)
            {
                return null;
            }
        }

        return kept.ToArray();
    }

    private RosterLine? LineOf(RosterRow row, RosterColumns columns)
    {
        var before = faults.Count;
        var place = new Place(file, row.Line);
        var name = row.Cell(columns.Name);
        CheckCells(place, row, columns);
        if (name.Length == 0)
        {
            faults.Add(place, "Нет названия учреждения. Впишите его или удалите строку.");
        }
        else if (!RosterNames.BeginsAsName(name))
        {
            faults.Add(place, $"«{name}» — не название: похоже на формулу или ошибку Excel. Впишите название текстом.");
        }
        else if (RosterNames.Comparable(name).Length < 3)
        {
            faults.Add(place, $"«{name}» — слишком короткое название. Впишите полное.");
        }

        var type = faults.Count == before ? TypeOf(place, name, columns.Type is { } column ? row.Cell(column) : "") : null;
        var key = columns.Key is { } keyColumn && row.Cell(keyColumn) is var told && !RosterNames.IsNothing(told) ? told : null;
        return faults.Count == before && type is not null ? new RosterLine(row.Line, name, type, key, HeadOf(row, columns)) : null;
    }

    private void CheckCells(Place place, RosterRow row, RosterColumns columns)
    {
        foreach (var column in new[] { columns.Name, columns.Type, columns.Post, columns.Head, columns.Key }.OfType<int>())
        {
            var cell = row.Cell(column);
            if (cell.Length > RosterLimits.LongestCell)
            {
                faults.Add(place, $"Ячейка «{cell[..40]}…» длиннее {RosterLimits.LongestCell} знаков. Сократите её.");
            }
            else if (column != columns.Name && !RosterNames.IsNothing(cell) && !RosterNames.BeginsAsName(cell))
            {
                faults.Add(place, $"«{cell}» похоже на формулу или ошибку Excel. Впишите значение текстом или очистите ячейку.");
            }
        }
    }

    private string? TypeOf(Place place, string name, string cell)
    {
        var byName = _guess.From(name);
        if (RosterNames.IsNothing(cell))
        {
            if (byName is null)
            {
                faults.Add(place, $"Тип не указан и по названию «{name}» не угадывается. Впишите в столбец «Тип» одно из: {_guess.Codes}.");
            }

            _guessed.Add(place.Line);
            return byName;
        }

        if ((_guess.Exactly(cell) ?? _guess.From(cell)) is not { } type)
        {
            faults.Add(place, $"Тип «{cell}» приказам неизвестен. Впишите одно из: {_guess.Codes}.");
            return null;
        }

        if (byName is not null && byName != type)
        {
            _remarks.Add($"Строка {place.Line}: в столбце тип {type}, а название «{name}» похоже на {byName}. Взят тип из столбца.");
        }

        return type;
    }

    private static string? HeadOf(RosterRow row, RosterColumns columns)
    {
        if (columns.Post is null && columns.Head is null)
        {
            return null;
        }

        var parts = new[] { columns.Post, columns.Head }.OfType<int>().Select(row.Cell).Where(cell => !RosterNames.IsNothing(cell));
        return string.Join(' ', parts);
    }

    private void NameDoubles(ImmutableArray<RosterLine> lines)
    {
        foreach (var same in lines.GroupBy(line => RosterNames.Comparable(line.Name)))
        {
            foreach (var line in same.Skip(1))
            {
                faults.Add(new Place(file, line.Line), $"Учреждение «{line.Name}» уже есть в строке {same.First().Line}. Оставьте одну из строк.");
            }
        }

        foreach (var same in lines.Where(line => line.Key is not null).GroupBy(line => line.Key))
        {
            foreach (var line in same.Skip(1))
            {
                faults.Add(new Place(file, line.Line), $"Код «{line.Key}» уже есть в строке {same.First().Line}. У каждого учреждения он свой.");
            }
        }
    }

    /// <summary>«строки 2–4, 7».</summary>
    private static string Ranges(List<int> lines)
    {
        var ranges = new List<(int From, int To)>();
        foreach (var line in lines)
        {
            if (ranges.Count > 0 && ranges[^1].To == line - 1)
            {
                ranges[^1] = (ranges[^1].From, line);
            }
            else
            {
                ranges.Add((line, line));
            }
        }

        var said = ranges.Select(range => range.From == range.To ? range.From.ToString(CultureInfo.InvariantCulture) : $"{range.From}–{range.To}");
        return (lines.Count == 1 ? "строка " : "строки ") + string.Join(", ", said);
    }
}
