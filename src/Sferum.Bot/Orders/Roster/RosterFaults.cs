namespace Sferum.Bot.Orders.Roster;

/// <summary>What both kinds of files may be refused for.</summary>
internal static class RosterFaults
{
    public static string TooLarge { get; } =
        $"Файл больше {RosterLimits.MostBytes >> 20} МБ: это не список учреждений. Оставьте в нём только таблицу с названиями.";

    public static string TooManyColumns { get; } =
        $"Столбцов больше {RosterLimits.MostColumns}. Оставьте название, тип, руководителя и код, остальные удалите.";

    public static string TooManyColumnsInBook { get; } =
        $"На одном из листов больше {RosterLimits.MostColumns} столбцов, считая пустые с оформлением. Скопируйте таблицу в новую книгу, без лишних столбцов и листов.";

    public static string TooManyRows { get; } =
        $"Строк больше {RosterLimits.MostRows}. Удалите лишние (и пустые) строки и сохраните файл заново.";

    public static string TooManyCells { get; } =
        $"Ячеек больше {RosterLimits.MostCells}, считая пустые. Скопируйте таблицу в новую книгу, без пустых строк и столбцов.";

    public static string TooLargeInside { get; } =
        $"Внутри файла Excel больше {RosterLimits.MostUnpackedBytes >> 20} МБ: это не список учреждений. Скопируйте таблицу в новую книгу.";

    public static string NotFromExcel { get; } =
        "Файл устроен не так, как их пишет Excel: читать его опасно. Откройте его в Excel и скопируйте таблицу в новую книгу.";
}
