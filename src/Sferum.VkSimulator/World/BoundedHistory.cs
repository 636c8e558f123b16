namespace Sferum.VkSimulator.World;

/// <summary>Newest items under consecutive numbers from 1; the oldest leave when the bound is reached. Add and find are O(1).</summary>
internal sealed class BoundedHistory<T>(int bound)
    where T : class
{
    private T[] _ring = new T[Math.Min(bound, 8)];
    private int _head;

    public int Count { get; private set; }

    /// <summary>Number of the oldest item kept.</summary>
    public long First { get; private set; } = 1;

    /// <summary>Number of the newest item; 0 before any.</summary>
    public long Last => First + Count - 1;

    /// <summary>Adds an item under number <see cref="Last"/> + 1 and returns the one that had to leave.</summary>
    public T? Add(T item)
    {
        T? evicted = null;
        if (Count == bound)
        {
            evicted = _ring[_head];
            _head = (_head + 1) % _ring.Length;
            Count--;
            First++;
        }
        else if (Count == _ring.Length)
        {
            Grow();
        }

        _ring[(_head + Count) % _ring.Length] = item;
        Count++;
        return evicted;
    }

    public T? Find(long number) =>
        number >= First && number <= Last ? _ring[(_head + (int)(number - First)) % _ring.Length] : null;

    /// <summary>Items with a number above <paramref name="number"/>, oldest first.</summary>
    public IEnumerable<T> After(long number)
    {
        for (var next = Math.Max(number + 1, First); next <= Last; next++)
            yield return Find(next)!; // inside the kept range
    }

    /// <summary>All items, newest first.</summary>
    public IEnumerable<T> NewestFirst()
    {
        for (var next = Last; next >= First; next--)
            yield return Find(next)!; // inside the kept range
    }

    private void Grow()
    {
        var larger = new T[Math.Min(bound, _ring.Length * 2)];
        for (var i = 0; i < Count; i++)
            larger[i] = _ring[(_head + i) % _ring.Length];
        _ring = larger;
        _head = 0;
    }
}
