using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Sferum.Bot.Storage;

/// <summary>
/// Finds at the start what the database would only tell later and less clearly. Its texts are for the administrator, so
/// they are Russian and stand here, beside the settings.
/// </summary>
internal sealed class StorageOptionsCheck : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            return ValidateOptionsResult.Skip; // told by the attribute of the setting
        }

        var fault = options.Provider switch
        {
            StorageProvider.PostgreSql => FaultOfPostgreSql(options.ConnectionString),
            StorageProvider.Sqlite => FaultOfSqlite(options.ConnectionString),
            _ => null, // told by the attribute of the setting
        };
        return fault is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail($"Storage__ConnectionString: {fault}");
    }

    private static string? FaultOfPostgreSql(string text)
    {
        const string example = "Пример: Host=127.0.0.1;Database=sferum;Username=sferum;Password=…";
        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(text);
            return string.IsNullOrEmpty(parsed.Host) || string.IsNullOrEmpty(parsed.Database)
                ? $"для PostgreSql нужны Host и Database. {example}"
                : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            return $"это не строка подключения к PostgreSQL. {example}";
        }
    }

    private static string? FaultOfSqlite(string text)
    {
        const string example = "Пример: Data Source=data/sferum.db";
        try
        {
            var parsed = new SqliteConnectionStringBuilder(text);
            return string.IsNullOrEmpty(parsed.DataSource) || parsed.DataSource == ":memory:" || parsed.Mode == SqliteOpenMode.Memory
                ? $"для Sqlite нужен файл базы. {example}"
                : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            return $"это не строка подключения к SQLite. {example}";
        }
    }
}
