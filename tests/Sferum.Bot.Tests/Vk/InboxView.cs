using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Tests.Vk;

/// <summary>What stands in the inbox, without claiming any of it.</summary>
internal sealed class InboxView(Database database)
{
    public Task<List<Incoming>> AllAsync() => database.ReadAsync(
        async (db, token) => (await db.GetTable<InboxRecord>().OrderBy(row => row.Id).Select(row => row.Content).ToListAsync(token))
            .ConvertAll(MessagingJson.ReadIncoming),
        CancellationToken.None);

    public async Task<List<string>> TextsAsync() => [.. (await AllAsync()).OfType<Incoming.Message>().Select(message => message.Text)];

    /// <summary>Makes every write to the inbox fail, as a database that is away does.</summary>
    public Task BreakAsync() => ExecuteAsync("alter table inbox rename to inbox_away");

    public Task MendAsync() => ExecuteAsync("alter table inbox_away rename to inbox");

    private Task<int> ExecuteAsync(string sql) => database.InTransactionAsync((db, token) => db.ExecuteAsync(sql, token), CancellationToken.None);
}
