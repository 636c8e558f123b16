namespace Sferum.Bot.Tests.Orders.Compiling;

/// <summary>A throwaway folder of data files with these orders in it.</summary>
internal sealed class OrderFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sferum-orders");

    public OrderFiles(params ReadOnlySpan<(string Name, string Text)> files)
    {
        var orders = _folder.CreateSubdirectory("orders").FullName;
        foreach (var (name, text) in files)
        {
            File.WriteAllText(System.IO.Path.Combine(orders, name), text);
        }
    }

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
