using LinqToDB.Data;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Privacy;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Commands;

/// <summary><c>privacy</c> as an administrator calls it, beside a bot that works on the same database.</summary>
public sealed class PrivacyCommandTests : IDisposable
{
    private const long Head = 700_000_111;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sferum-privacy-");

    [Fact]
    public async Task What_is_stored_is_told_as_a_table_and_as_a_page_without_a_database()
    {
        Assert.Contains("номер страницы ВК", await CallAsync(0, "privacy"), StringComparison.Ordinal);
        Assert.Contains("| ", await CallAsync(0, "privacy", "--markdown"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_person_a_copy_is_made_that_holds_what_is_his()
    {
        await using var stage = await LivedInAsync();
        var file = Path.Combine(_folder.FullName, "copy.txt");

        Assert.Contains("Записано в", await CallAsync(0, "privacy", "--person", $"{Head}", "--export", file), StringComparison.Ordinal);
        Assert.Contains("МОУ «Вымышленская СОШ № 1»", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Contains("МОУ «Вымышленская СОШ № 1»", await CallAsync(0, "privacy", "--person", $"{Head}", "--export", "-"), StringComparison.Ordinal);
        Assert.Contains("уже есть", await CallAsync(2, "privacy", "--person", $"{Head}", "--export", file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_deleted_is_told_so_and_nothing_of_that_stays()
    {
        await using var stage = await LivedInAsync();
        await stage.NewsAsync();

        var said = await CallAsync(0, "privacy", "--person", $"{Head}", "--erase", "--yes");
        Assert.Contains("ждёт отправки", said, StringComparison.Ordinal);
        Assert.Contains("Остались без руководителя: МОУ «Вымышленская СОШ № 1»", said, StringComparison.Ordinal);
        var (peer, content) = Assert.Single(await stage.NewsAsync());
        Assert.Equal(Head, peer);
        Assert.StartsWith("По вашему обращению", Assert.IsType<Outgoing.Text>(content).Body, StringComparison.Ordinal);
        stage.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        await stage.SendAsync();
        Assert.Equal(["seen_event.peer_id"], await Schema.FindAsync(stage.Database, $"{Head}"));
        Assert.Contains("ничего не хранится", await CallAsync(0, "privacy", "--person", $"{Head}", "--erase", "--yes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_be_written_to_is_not_and_the_administrator_hears_of_it()
    {
        await using var stage = await LivedInAsync();
        await stage.ArriveAsync(Head, Head, new Incoming.Consent(false));
        await stage.NewsAsync();

        Assert.Contains("ответьте на обращение сами", await CallAsync(0, "privacy", "--person", $"{Head}", "--erase", "--yes"), StringComparison.Ordinal);
        Assert.Empty(await stage.NewsAsync());
    }

    [Fact]
    public async Task Wrong_use_ends_with_what_to_do_and_deletes_nothing()
    {
        Assert.Contains("migrate", await CallAsync(2, "privacy", "--person", "1", "--erase", "--yes"), StringComparison.Ordinal);
        await using var stage = await LivedInAsync();

        Assert.Contains("--person", await CallAsync(2, "privacy", "--erase"), StringComparison.Ordinal);
        Assert.Contains("--erase", await CallAsync(2, "privacy", "--person", $"{Head}"), StringComparison.Ordinal);
        Assert.Contains("положительное", await CallAsync(2, "privacy", "--person", "-5", "--erase"), StringComparison.Ordinal);
        Assert.Contains("общую страницу", await CallAsync(2, "privacy", "--person", $"{Head}", "--markdown"), StringComparison.Ordinal);
        Assert.Contains("Ничего не удалено", await CallAsync(0, "privacy", "--person", $"{Head}", "--erase"), StringComparison.Ordinal);
        Assert.Contains("настройках", await CallAsync(2, "privacy", "--person", $"{Head}", "--erase", "--yes", $"--Office:Specialists:0={Head}"), StringComparison.Ordinal);
        Assert.Equal(1, await stage.Database.ReadAsync((db, token) => db.ExecuteAsync<long>($"select count(*) from person where person_id = {Head}", token), default));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "test.db")};Pooling=False";

    /// <summary>A head who has reported and has nothing waiting for him.</summary>
    private async Task<OfficeStage> LivedInAsync()
    {
        var database = new Database(StorageProvider.Sqlite, ConnectionString);
        new Migrator(database).Migrate();
        var stage = new OfficeStage(database, OfficeClock.Parse("2024-04-15 09:00"));
        await stage.AddInstitutionAsync("МОУ «Вымышленская СОШ № 1»", "МОУ", "SHKA2345");
        foreach (var words in (string[])["привет", "да", "SHKA-2345", "да", "1.1в https://school.example/doc", "да"])
        {
            await stage.WriteAsync(Head, words);
        }

        await stage.SendAsync();
        return stage;
    }

    private async Task<string> CallAsync(int expected, params string[] arguments)
    {
        var settings = new Dictionary<string, string>
        {
            ["Storage__ConnectionString"] = ConnectionString,
            ["Storage__FilesPath"] = Path.Combine(_folder.FullName, "files"),
        };
        var (exit, output) = await BotProcess.RunToEndAsync(settings, arguments);
        Assert.True(exit == expected, $"{string.Join(' ', arguments)} ended with {exit}:\n{output}");
        return output;
    }
}
