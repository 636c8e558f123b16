using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Sferum.Bot.Storage.Backups;

/// <summary>Runs <c>pg_dump</c> and <c>pg_restore</c> on the database of a connection string; the password goes through the environment, which no list of processes shows.</summary>
internal static class PostgreSqlTool
{
    /// <param name="folder">Where the programs of PostgreSQL lie; null: on the path.</param>
    /// <exception cref="BackupException">The program is not there or failed.</exception>
    public static async Task RunAsync(string? folder, string program, string connectionString, CancellationToken cancellationToken, params IEnumerable<string> arguments)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(folder is null ? program : Path.Combine(folder, program)) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["PGHOST"] = settings.Host;
        start.Environment["PGPORT"] = settings.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGSSLMODE"] = settings.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        };
        Set(start, "PGUSER", settings.Username);
        Set(start, "PGPASSWORD", settings.Password);
        Set(start, "PGPASSFILE", settings.Passfile);
        Set(start, "PGSSLROOTCERT", settings.RootCertificate);
        foreach (var argument in (IEnumerable<string>)["--no-password", "--dbname", settings.Database ?? "", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Begin(start);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var said = await process.StandardError.ReadToEndAsync(cancellationToken);
        await output;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new BackupException(BackupFaultKind.ToolFailed, $"{program}: {said.Trim()}");
        }
    }

    private static Process Begin(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("no process was started");
        }
        catch (Win32Exception e)
        {
            throw new BackupException(BackupFaultKind.ToolFailed, $"{start.FileName}: {e.Message}");
        }
    }

    private static void Set(ProcessStartInfo start, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            start.Environment[name] = value;
        }
    }
}
