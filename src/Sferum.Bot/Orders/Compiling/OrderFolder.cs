using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Compiling;

/// <summary>Reads all order files of a folder of data files.</summary>
public static class OrderFolder
{
    private const string Subfolder = "orders";

    /// <summary>
    /// Compiles <c>orders/*.yaml</c> below <paramref name="dialogs"/>. Orders with faults are left out, so the book is to be
    /// used only when <paramref name="faults"/> stayed empty.
    /// </summary>
    /// <param name="inputs">Names of the recognisers that evidence fields may name.</param>
    public static OrderBook Load(string dialogs, IReadOnlySet<string> inputs, Faults faults)
    {
        var folder = Path.Combine(dialogs, Subfolder);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        if (files.Length == 0)
        {
            faults.Add(new Place(Subfolder, 0), "Нет ни одного приказа. Положите в эту папку файл приказа, например 223-09.yaml.");
        }

        var orders = new Dictionary<string, (Order Order, string File)>(StringComparer.Ordinal);
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            var file = $"{Subfolder}/{Path.GetFileName(path)}";
            if (OrderCompiler.Compile(file, File.ReadAllText(path), inputs, faults) is not { } order)
            {
                continue;
            }

            if (!orders.TryAdd(order.Number, (order, file)))
            {
                faults.Add(new Place(file, 0), $"Приказ № {order.Number} уже есть в файле {orders[order.Number].File}. Оставьте один из двух.");
            }
        }

        return new OrderBook(orders.Values.Select(entry => entry.Order));
    }
}
