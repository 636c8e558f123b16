namespace Sferum.VkSimulator.Files;

/// <summary>Upload addresses that were handed out and files that came by them, until they are saved. Bounded: the oldest go first.</summary>
internal sealed class UploadTickets
{
    private const int Kept = 2_000;
    private const long BytesKept = 512L * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, UploadTicket> _tickets = [];
    private readonly Dictionary<string, ReceivedFile> _received = [];
    private readonly Queue<string> _order = new();
    private long _bytes;

    public string Issue(UploadTicket ticket)
    {
        var name = Tokens.Hex(16);
        lock (_gate)
        {
            _tickets[name] = ticket;
            Remember(name);
        }

        return name;
    }

    public UploadTicket? Find(string name)
    {
        lock (_gate)
            return _tickets.GetValueOrDefault(name);
    }

    /// <summary>Keeps the file and returns the opaque string that the saving method takes.</summary>
    public string Receive(ReceivedFile file)
    {
        var token = Tokens.Hex(24);
        lock (_gate)
        {
            _received[token] = file;
            _bytes += file.Content.Length;
            Remember(token);
        }

        return token;
    }

    /// <summary>Takes the file away: it is saved once.</summary>
    public ReceivedFile? Take(string token)
    {
        lock (_gate)
            return Drop(token);
    }

    private void Remember(string name)
    {
        _order.Enqueue(name);
        while (_order.Count > 1 && (_order.Count > Kept || _bytes > BytesKept))
        {
            var oldest = _order.Dequeue();
            _tickets.Remove(oldest);
            Drop(oldest);
        }
    }

    private ReceivedFile? Drop(string token)
    {
        if (!_received.Remove(token, out var file))
            return null;
        _bytes -= file.Content.Length;
        return file;
    }
}

/// <param name="PeerId">Whom the file is for: such a document belongs to that person; 0 for the community itself.</param>
internal sealed record UploadTicket(FileKind Kind, long PeerId);

internal sealed record ReceivedFile(UploadTicket Ticket, string FileName, byte[] Content);
