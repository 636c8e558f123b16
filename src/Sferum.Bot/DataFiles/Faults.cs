using System.Collections;

namespace Sferum.Bot.DataFiles;

/// <summary>Collects every fault of a reading, so that an editor sees all of them at once and not one per start.</summary>
public sealed class Faults : IReadOnlyCollection<Fault>
{
    private readonly List<Fault> _items = [];

    public int Count => _items.Count;

    public void Add(Place place, string message) => _items.Add(new Fault(place.File, place.Line, message));

    public IEnumerator<Fault> GetEnumerator() => _items.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A place in a data file; <paramref name="Line"/> counts from 1, 0 means the whole file.</summary>
public readonly record struct Place(string File, int Line);
