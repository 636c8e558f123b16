using System.Globalization;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;

namespace Sferum.Bot.Storage;

/// <summary>
/// How instants are kept: <c>timestamptz</c> on PostgreSQL; on SQLite, which has no type for them, a text of fixed width
/// in UTC (<c>2024-04-15T06:00:00.000000Z</c>), which a person can read and which sorts as the instants do.
/// </summary>
internal static class Instants
{
    private const string SqliteForm = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static MappingSchema PostgreSql { get; } = ForPostgreSql();

    public static MappingSchema Sqlite { get; } = ForSqlite();

    /// <summary>A parameter of hand-written SQL, in the form in which the provider's tables keep instants.</summary>
    public static DataParameter Parameter(StorageProvider provider, string name, DateTimeOffset at)
    {
        var parameter = provider switch
        {
            StorageProvider.PostgreSql => ForPostgreSql(at),
            StorageProvider.Sqlite => ForSqlite(at),
            _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "unknown provider"),
        };
        parameter.Name = name;
        return parameter;
    }

    /// <summary>As it comes back from either database: in microseconds.</summary>
    public static DateTimeOffset AsStored(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));

    private static DataParameter ForPostgreSql(DateTimeOffset at) => new() { Value = at.ToUniversalTime(), DataType = DataType.DateTimeOffset };

    private static DataParameter ForSqlite(DateTimeOffset at) => new() { Value = ToText(at), DataType = DataType.VarChar };

    private static MappingSchema ForPostgreSql()
    {
        var schema = new MappingSchema("Sferum.PostgreSql");
        schema.SetConverter<DateTimeOffset, DataParameter>(ForPostgreSql);
        LookUps.AddPostgreSql(schema);
        return schema;
    }

    private static MappingSchema ForSqlite()
    {
        var schema = new MappingSchema("Sferum.Sqlite");
        schema.SetDataType(typeof(DateTimeOffset), DataType.VarChar);
        schema.SetConverter<DateTimeOffset, DataParameter>(ForSqlite);
        LookUps.AddSqlite(schema);
        schema.SetConverter<string, DateTimeOffset>(Parse);
        schema.SetValueToSqlConverter(typeof(DateTimeOffset), (sql, _, value) => sql.Append('\'').Append(ToText((DateTimeOffset)value)).Append('\''));
        return schema;
    }

    internal static string ToText(DateTimeOffset at) => at.ToUniversalTime().ToString(SqliteForm, CultureInfo.InvariantCulture);

    private static DateTimeOffset Parse(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
