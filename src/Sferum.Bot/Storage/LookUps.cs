using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;

namespace Sferum.Bot.Storage;

/// <summary>
/// Numbers to look rows up by, in LINQ: one parameter however many there are, so that the query is translated and
/// planned once. <c>Contains</c> writes each number into the SQL, which costs more than the query itself. A structure,
/// because linq2db translates a query anew each time it has a parameter that could be null.
/// </summary>
internal readonly struct IdSet(IEnumerable<long> ids)
{
    private readonly long[]? _ids = [.. ids.Distinct().Order()];

    public long[] Ids => _ids ?? [];
}

/// <summary>A text to look rows up by, in LINQ; a structure for the reason that <see cref="IdSet"/> is one.</summary>
internal readonly struct Exactly(string text)
{
    private readonly string? _text = text;

    public string Text => _text ?? "";
}

/// <summary>The conditions, as both databases say them, and their parameters.</summary>
internal static class LookUps
{
    public static void AddPostgreSql(MappingSchema schema)
    {
        schema.AddScalarType(typeof(IdSet));
        schema.SetConverter<IdSet, DataParameter>(set => new DataParameter { Value = set.Ids });
        AddTexts(schema);
    }

    public static void AddSqlite(MappingSchema schema)
    {
        schema.AddScalarType(typeof(IdSet), DataType.NVarChar);
        schema.SetConverter<IdSet, DataParameter>(set => new DataParameter { Value = $"[{string.Join(',', set.Ids)}]", DataType = DataType.NVarChar });
        AddTexts(schema);
    }

    [Sql.Expression(ProviderName.PostgreSQL, "{0} = any({1})", IsPredicate = true, ServerSideOnly = true)]
    [Sql.Expression(ProviderName.SQLite, "{0} in (select value from json_each({1}))", IsPredicate = true, ServerSideOnly = true)]
    public static bool IsIn(this long id, IdSet ids) => ids.Ids.Contains(id);

    [Sql.Expression(ProviderName.PostgreSQL, "{0} = any({1})", IsPredicate = true, ServerSideOnly = true)]
    [Sql.Expression(ProviderName.SQLite, "{0} in (select value from json_each({1}))", IsPredicate = true, ServerSideOnly = true)]
    public static bool IsIn(this long? id, IdSet ids) => id is { } number && ids.Ids.Contains(number);

    [Sql.Expression("{0} = {1}", IsPredicate = true, ServerSideOnly = true)]
    public static bool Is(this string? column, Exactly text) => column == text.Text;

    private static void AddTexts(MappingSchema schema)
    {
        schema.AddScalarType(typeof(Exactly), DataType.NVarChar);
        schema.SetConverter<Exactly, DataParameter>(text => new DataParameter { Value = text.Text, DataType = DataType.NVarChar });
    }
}
