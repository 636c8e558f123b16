using System.Globalization;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Crash;
using Sferum.Bot.Tests.Support;
using Xunit.Abstractions;

namespace Sferum.Bot.Tests.Soak;

/// <summary>Some days here; <c>tests/soak.sh</c> runs it for hours.</summary>
[Collection(Alone.Name)]
public sealed class SoakTests(SqliteFixture sqlite, ITestOutputHelper output) : IClassFixture<SqliteFixture>
{
    private const string SecondsVariable = "SFERUM_SOAK_SECONDS";
    private const string SeedVariable = "SFERUM_SOAK_SEED";
    private const string ProgressVariable = "SFERUM_SOAK_PROGRESS";
    private const int UsualSeconds = 20;
    private const int UsualSeed = 1;

    private static readonly DateTimeOffset Start = new(2024, 4, 12, 9, 0, 0, TimeSpan.FromHours(3));

    [Fact]
    public async Task Over_months_memory_is_flat_nobody_is_stuck_and_no_table_grows_without_end()
    {
        var seconds = Number(SecondsVariable, UsualSeconds);
        var seed = Number(SeedVariable, UsualSeed);
        await using var postgres = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SFERUM_TEST_POSTGRES")) ? null : await OwnPostgres.StartAsync();
        var (provider, connection, database) = postgres is null ? await sqlite.CreateWithSettingsAsync() : await OnAsync(postgres);
        await using var office = await SoakOffice.OpenAsync(provider, connection, database, Start, seed);
        await office.StartBotAsync();

        var faults = await new SoakRun(office, postgres, new Random(seed), Say).RunAsync(TimeSpan.FromSeconds(seconds));

        Say(faults.Count == 0 ? $"held, seed {seed}" : $"did not hold, seed {seed}:");
        foreach (var fault in faults)
        {
            Say($"  {fault}");
        }

        Assert.True(faults.Count == 0, $"{string.Join('\n', faults)}\n{office.Log}");
    }

    [Fact]
    public void Memory_that_grows_is_told()
    {
        Assert.Empty(SoakSample.Grown([.. Enumerable.Range(0, 20).Select(i => Sample(i, managed: 90 + (i % 3)))]));
        Assert.Contains("managed", Assert.Single(SoakSample.Grown([.. Enumerable.Range(0, 20).Select(i => Sample(i, managed: 90 + (5 * i)))])), StringComparison.Ordinal);
        Assert.Contains("resident", Assert.Single(SoakSample.Grown([.. Enumerable.Range(0, 20).Select(i => Sample(i, resident: 300 + (20 * i)))])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_grows_is_told()
    {
        var soak = new SoakPopulation(20, 10, 10, 1_000, 3);

        Assert.Empty(SoakTables.Grown([.. Enumerable.Range(0, 20).Select(i => Sample(7 * i, table: ("seen_event", 500 + (i % 4 * 50))))], soak));
        Assert.Single(SoakTables.Grown([.. Enumerable.Range(0, 20).Select(i => Sample(7 * i, table: ("seen_event", 500 + (100 * i))))], soak));
        Assert.Single(SoakTables.Grown([Sample(0, table: ("report", 101))], soak));
        Assert.Single(SoakTables.NotRemoved(Sample(0, table: ("outbox_done", 1)), soak));
        Assert.Contains("brand_new", SoakTables.Unknown(["report", "brand_new"]));
    }

    private static async Task<(StorageProvider, string, Database)> OnAsync(OwnPostgres postgres)
    {
        var database = await postgres.CreateDatabaseAsync();
        return (StorageProvider.PostgreSql, database.ConnectionString, database);
    }

    private static SoakSample Sample(int day, long managed = 90, long resident = 300, (string Name, long Rows)? table = null) => new(
        Start.AddDays(day), managed << 20, resident << 20, table is { } only ? new Dictionary<string, long> { [only.Name] = only.Rows } : []);

    private static int Number(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    private void Say(string line)
    {
        output.WriteLine(line);
        if (Environment.GetEnvironmentVariable(ProgressVariable) is { Length: > 0 } file)
        {
            File.AppendAllText(file, line + Environment.NewLine);
        }
    }
}
