using System.ComponentModel.DataAnnotations;

namespace Sferum.Bot.Storage;

/// <summary>Section <c>Storage</c> of the settings.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>SQLite for trying out and a small office, PostgreSQL for everything else.</summary>
    [EnumDataType(typeof(StorageProvider), ErrorMessage = "Storage__Provider: укажите Sqlite или PostgreSql.")]
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>The database, in the words of Microsoft.Data.Sqlite or Npgsql. With a password a secret: better in a file of <c>Secrets__Path</c>.</summary>
    [Required(ErrorMessage = "Storage__ConnectionString: не указана строка подключения к базе данных.")]
    public string ConnectionString { get; set; } = "Data Source=data/sferum.db";

    /// <summary>Folder of the evidence files; kept beside the database in every backup.</summary>
    [Required(ErrorMessage = "Storage__FilesPath: не указана папка для файлов подтверждений.")]
    public string FilesPath { get; set; } = "data/files";
}

public enum StorageProvider
{
    Sqlite,
    PostgreSql,
}
