using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Compiling;

namespace Sferum.Bot.Commands;

/// <summary>The folder of dialogs and orders, read and checked as a whole.</summary>
internal sealed class DataFolder
{
    private DataFolder(string path, DialogBook? dialogs, OrderBook orders, Faults faults)
    {
        Path = path;
        Dialogs = dialogs;
        Orders = orders;
        Faults = faults;
    }

    /// <summary>Setting <c>Dialogs__Path</c>; by default the folder beside the program.</summary>
    public static string DefaultPath => System.IO.Path.Combine(AppContext.BaseDirectory, "dialogs");

    public string Path { get; }

    /// <summary>Null when the dialogs have faults.</summary>
    public DialogBook? Dialogs { get; }

    public OrderBook Orders { get; }

    public Faults Faults { get; }

    public static DataFolder Load(string path)
    {
        var faults = new Faults();
        if (!Directory.Exists(path))
        {
            faults.Add(new Place(path, 0), "Папки с диалогами нет. Укажите её в Dialogs__Path.");
            return new DataFolder(path, null, new OrderBook([]), faults);
        }

        var dialogs = DialogBook.Load(path, faults);
        var orders = OrderFolder.Load(path, DialogInputs.Names, faults);
        return new DataFolder(path, dialogs, orders, faults);
    }
}
