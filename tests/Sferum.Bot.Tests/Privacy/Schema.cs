using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Tests.Privacy;

/// <summary>What tables and columns the database really has, and where a text stands in them.</summary>
internal static class Schema
{
    private const string OfSqlite =
        "select m.name || '.' || c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite%' and lower(m.name) <> 'schemaversions'";

    private const string OfPostgreSql =
        "select c.table_name || '.' || c.column_name from information_schema.columns c where c.table_schema = 'public' and lower(c.table_name) <> 'schemaversions'";

    /// <summary>As <c>table.column</c>.</summary>
    public static Task<List<string>> ColumnsAsync(Database database) => database.ReadAsync(
        (db, token) => db.QueryToListAsync<string>(database.Provider == StorageProvider.Sqlite ? OfSqlite : OfPostgreSql, token), default);

    /// <summary>Columns in which the text stands anywhere.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(Database database, string text)
    {
        var found = new List<string>();
        foreach (var column in await ColumnsAsync(database))
        {
            var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
            if (await database.ReadAsync((db, token) => db.ExecuteAsync<long>($"select count(*) from {table} where cast({name} as text) like '%{text}%'", token), default) > 0)
            {
                found.Add(column);
            }
        }

        return found;
    }
}
