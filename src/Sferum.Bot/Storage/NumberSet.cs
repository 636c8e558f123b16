using LinqToDB;
using LinqToDB.Data;

namespace Sferum.Bot.Storage;

/// <summary>Numbers to look rows up by, in hand-written SQL: one parameter however many there are, as <see cref="IdSet"/> is in LINQ.</summary>
internal sealed class NumberSet(StorageProvider provider, string name, IEnumerable<long> numbers)
{
    private readonly IdSet _set = new(numbers);

    public DataParameter Parameter => provider switch
    {
        StorageProvider.PostgreSql => new DataParameter(name, _set.Ids),
        StorageProvider.Sqlite => new DataParameter(name, $"[{string.Join(',', _set.Ids)}]", DataType.NVarChar),
        _ => throw new InvalidOperationException($"unknown provider {provider}"),
    };

    /// <summary>The condition that a column holds one of them.</summary>
    public string Has(string column) => provider switch
    {
        StorageProvider.PostgreSql => $"{column} = any(@{name})",
        StorageProvider.Sqlite => $"{column} in (select value from json_each(@{name}))",
        _ => throw new InvalidOperationException($"unknown provider {provider}"),
    };
}
