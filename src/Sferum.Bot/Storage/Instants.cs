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

    private static MappingSchema ForPostgreSql()
    {
        var schema = new MappingSchema("Sferum.PostgreSql");
        schema.SetConverter<DateTimeOffset, DataParameter>(at => new DataParameter { Value = at.ToUniversalTime(), DataType = DataType.DateTimeOffset });
        return schema;
    }

    private static MappingSchema ForSqlite()
    {
        var schema = new MappingSchema("Sferum.Sqlite");
        schema.SetDataType(typeof(DateTimeOffset), DataType.VarChar);
        schema.SetConverter<DateTimeOffset, DataParameter>(at => new DataParameter { Value = ToText(at), DataType = DataType.VarChar });
        schema.SetConverter<string, DateTimeOffset>(Parse);
        schema.SetValueToSqlConverter(typeof(DateTimeOffset), (sql, _, value) => sql.Append('\'').Append(ToText((DateTimeOffset)value)).Append('\''));
        return schema;
    }

    private static string ToText(DateTimeOffset at) => at.ToUniversalTime().ToString(SqliteForm, CultureInfo.InvariantCulture);

    private static DateTimeOffset Parse(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
