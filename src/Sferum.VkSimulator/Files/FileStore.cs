namespace Sferum.VkSimulator.Files;

/// <summary>Files of the simulator in memory; when the bound in bytes is reached the oldest are lost and answer 404.</summary>
internal sealed class FileStore(long bytesKept, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, StoredFile> _files = [];
    private readonly Queue<StoredFile> _order = new();
    private int _lastId = 456_239_000;
    private long _bytes;

    public StoredFile Add(long ownerId, FileKind kind, string title, string extension, byte[] content)
    {
        var picture = kind == FileKind.Photo ? Picture.Read(content) : null;
        lock (_gate)
        {
            var file = new StoredFile(
                ++_lastId,
                ownerId,
                kind,
                title,
                picture?.Extension ?? extension,
                Tokens.Hex(9),
                content,
                clock.GetUtcNow(),
                picture?.Width ?? 0,
                picture?.Height ?? 0);
            _files.Add(file.Id, file);
            _order.Enqueue(file);
            _bytes += content.Length;
            while (_bytes > bytesKept && _order.Count > 1)
            {
                var oldest = _order.Dequeue();
                _files.Remove(oldest.Id);
                _bytes -= oldest.Content.Length;
            }

            return file;
        }
    }

    public StoredFile? Find(int id)
    {
        lock (_gate)
            return _files.GetValueOrDefault(id);
    }

    public void Clear()
    {
        lock (_gate)
        {
            _files.Clear();
            _order.Clear();
            _bytes = 0;
        }
    }
}
