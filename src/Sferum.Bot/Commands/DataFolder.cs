using Sferum.Bot.Answers;
using Sferum.Bot.Answers.Loading;
using Sferum.Bot.Calendar;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Compiling;
using Sferum.Bot.Reports.Warnings;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Commands;

/// <summary>The folder of dialogs and orders, read and checked as a whole.</summary>
internal sealed class DataFolder
{
    private DataFolder(
        string path, DialogBook? dialogs, OrderBook orders, AnswerSheet answers, ProductionCalendar calendar, ReturnReasons reasons, PersonalWords personal, Faults faults)
    {
        Answers = answers;
        Calendar = calendar;
        Reasons = reasons;
        Personal = personal;
        Path = path;
        Dialogs = dialogs;
        Orders = orders;
        Faults = faults;
    }

    /// <summary>Setting <c>Dialogs__Path</c>; by default the folder beside the program.</summary>
    public static string DefaultPath => System.IO.Path.Combine(AppContext.BaseDirectory, "dialogs");

    /// <summary>Compiles orders that come from elsewhere as those of the folder.</summary>
    public static OrderReader Reader { get; } = new(DialogInputs.Names);

    public string Path { get; }

    /// <summary>Null when the dialogs have faults.</summary>
    public DialogBook? Dialogs { get; }

    public OrderBook Orders { get; }

    public AnswerSheet Answers { get; }

    public ProductionCalendar Calendar { get; }

    public ReturnReasons Reasons { get; }

    public PersonalWords Personal { get; }

    public Faults Faults { get; }

    public static DataFolder Load(string path)
    {
        var faults = new Faults();
        if (!Directory.Exists(path))
        {
            faults.Add(new Place(path, 0), "Папки с диалогами нет. Укажите её в Dialogs__Path.");
            return new DataFolder(path, null, new OrderBook([]), AnswerSheet.Empty, ProductionCalendar.Unconfirmed, ReturnReasons.None, PersonalWords.None, faults);
        }

        var dialogs = DialogBook.Load(path, faults);
        if (dialogs is not null)
        {
            foreach (var notice in ProgramNotices.All.Except(dialogs.Notices).Order(StringComparer.Ordinal))
            {
                faults.Add(new Place(path, 0), $"Нет сообщения «{notice}», которое говорит сама программа. Возьмите его из папки dialogs этой версии.");
            }
        }

        var orders = OrderFolder.Load(path, DialogInputs.Names, faults);
        return new DataFolder(
            path,
            dialogs,
            orders,
            AnswerBook.Read(path, PointsOf(orders), faults),
            CalendarReader.Load(path, faults),
            ReturnReasonsReader.Load(path, DialogInputs.Names, faults),
            PersonalWordsReader.Load(path, faults),
            faults);
    }

    /// <summary>What answers may quote. With several orders an id means the first that has it.</summary>
    private static Dictionary<string, OrderPointText> PointsOf(OrderBook orders) => orders.Orders
        .SelectMany(order => order.Points.Select(point => (point.Id, Text: new OrderPointText(order.Number, point.Label, point.Text))))
        .DistinctBy(point => point.Id)
        .ToDictionary(point => point.Id, point => point.Text, StringComparer.Ordinal);
}
