using System.Text;
using Microsoft.Extensions.Options;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;
using Xunit.Abstractions;

namespace Sferum.Bot.Tests.Crash;

/// <summary>Messages with files, killed by SIGKILL before, in and after the upload and at each step of sending: each is seen once, whole and in its order.</summary>
public abstract class FileCrashMatrixSuite(DatabaseFixture fixture, ITestOutputHelper output)
{
    private const int Persons = 3;

    [SkippableFact]
    public async Task Killed_at_any_step_of_uploading_and_sending_each_message_comes_once_with_its_file()
    {
        await using var office = await CrashOffice.OpenAsync(fixture);
        var persons = Enumerable.Range(0, Persons).Select(i => CrashOffice.FirstPerson + i).ToArray();
        foreach (var person in persons)
        {
            office.Vk.People.Add("Мария", "Образцова", "учитель", person, canMessage: true);
        }

        var contents = new ContentStore(Options.Create(new StorageOptions { FilesPath = office.FilesPath }), TimeProvider.System);
        var outbox = new OutboxStore(office.Database, new PeerStore(office.Database, TimeProvider.System), TimeProvider.System, new OutboxSignal());
        var written = 0;

        var kills = await office.KillAtEachAsync(CrashPoint.OfUpload, WriteAsync, []);
        var whole = await office.StartAsync();
        await office.DrainAsync();
        await office.EndAsync(whole);

        output.WriteLine($"{GetType().Name}: {kills} kills, {written} messages to each");
        foreach (var person in persons)
        {
            var seen = office.Vk.People.ChatOf(person).Messages;
            Assert.Equal(Enumerable.Range(1, written).Select(i => $"Таблица № {i}"), seen.Select(message => message.Text));
            Assert.Equal(Enumerable.Range(1, written).Select(i => $"содержание {i}"), await Task.WhenAll(seen.Select(message => DownloadAsync(office, Assert.Single(message.Attachments)))));
        }

        async Task WriteAsync()
        {
            written++;
            var file = await contents.AddMadeAsync(Encoding.UTF8.GetBytes($"содержание {written}"), CancellationToken.None);
            var said = new Outgoing.Text($"Таблица № {written}", null, []) { Files = [new OutgoingFile(file.Sha256, "таблица.xlsx")] };
            await office.Database.InTransactionAsync(
                (db, token) => outbox.EnqueueAsync(db, persons.Select(person => new NewOutgoing(person, SendPurpose.Reply, said)), token), CancellationToken.None);
        }
    }

    private static async Task<string> DownloadAsync(CrashOffice office, AttachmentView attachment)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(office.Vk.Host.Address, attachment.Url));
    }
}

public sealed class FileCrashMatrixOnSqlite(SqliteFixture fixture, ITestOutputHelper output)
    : FileCrashMatrixSuite(fixture, output), IClassFixture<SqliteFixture>;

public sealed class FileCrashMatrixOnPostgreSql(PostgreSqlFixture fixture, ITestOutputHelper output)
    : FileCrashMatrixSuite(fixture, output), IClassFixture<PostgreSqlFixture>;
