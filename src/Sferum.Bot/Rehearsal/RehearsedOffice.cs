using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Calendar;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Privacy;
using Sferum.Bot.Reminders;
using Sferum.Bot.Storage;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Rehearsal;

/// <summary>
/// The bot whole, on a database in memory: only VK is left out. Messages are taken from the ledger as the
/// sender takes them and get their fate there.
/// </summary>
internal sealed class RehearsedOffice : IAsyncDisposable
{
    public const long Specialist = 1;

    private const string Specialists = $"{OfficeOptions.Section}:{nameof(OfficeOptions.Specialists)}";

    /// <summary>Nobody here looks whether it is due.</summary>
    private const string DigestAt = $"{OfficeOptions.Section}:{nameof(OfficeOptions.DigestAt)}";

    private const int MostAtOnce = 1_000;

    private readonly ServiceProvider _services;

    /// <summary>A database in memory lives as long as somebody is connected to it.</summary>
    private readonly SqliteConnection _keeper = new($"Data Source=rehearsal-{Guid.NewGuid():N};Mode=Memory;Cache=Shared");
    private readonly TurnWorker _worker;
    private readonly ReminderSender _reminders;
    private readonly OutboxStore _outbox;
    private readonly HashSet<long> _forbidding = [];
    private long _events;

    /// <param name="orders">Those that are rehearsed.</param>
    /// <param name="settings">The office's, as the bot would run with them; only its specialist is played.</param>
    public RehearsedOffice(DialogBook dialogs, OrderBook orders, ProductionCalendar calendar, AnswerDesk answers, IConfiguration settings, RehearsalClock clock)
    {
        Clock = clock;
        _keeper.Open();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GetSection(OfficeOptions.Section).AsEnumerable().Where(setting => setting.Value is not null && !setting.Key.StartsWith(Specialists, StringComparison.OrdinalIgnoreCase)))
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>($"{Specialists}:0", Specialist.ToString(CultureInfo.InvariantCulture)), KeyValuePair.Create<string, string?>(DigestAt, "")])
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddStorage(configuration);
        services.AddSingleton(new Database(StorageProvider.Sqlite, _keeper.ConnectionString));
        services.AddMessaging();
        services.AddOrders(configuration);
        services.AddPrivacy(configuration);
        services.AddReminders();
        services.AddBroadcasts();
        services.AddTurns();
        services.AddSingleton(orders);
        services.AddSingleton(ReturnReasons.None);
        services.AddSingleton(calendar);
        services.AddSingleton(answers);
        services.AddSingleton(provider => new DialogCore(dialogs, provider.GetRequiredService<IOptions<OfficeOptions>>().Value.GetZone(), answers.Answer));
        _services = services.BuildServiceProvider();
        _worker = ActivatorUtilities.CreateInstance<TurnWorker>(_services);
        _reminders = _services.GetRequiredService<ReminderSender>();
        _outbox = _services.GetRequiredService<OutboxStore>();
        Hours = _services.GetRequiredService<UnaskedHours>();
        _services.GetRequiredService<Migrator>().Migrate();
    }

    public RehearsalClock Clock { get; }

    public UnaskedHours Hours { get; }

    public Task AddInstitutionAsync(string name, string type, string code, CancellationToken cancellationToken) =>
        _services.GetRequiredService<Database>().InTransactionAsync(
            async (db, token) =>
            {
                var id = await _services.GetRequiredService<RosterStore>().AddAsync(db, 0, name, type, token);
                return await _services.GetRequiredService<ClaimStore>().IssueAsync(db, 0, id, token, code);
            },
            cancellationToken);

    public Task ArriveAsync(IEnumerable<(long Person, Incoming Content)> events, CancellationToken cancellationToken)
    {
        IncomingEvent[] arrived = [.. events.Select(e => new IncomingEvent($"rehearsal-{++_events}", e.Person, e.Person, e.Content))];
        _forbidding.UnionWith(arrived.Where(e => e.Content is Incoming.Consent { Allowed: false }).Select(e => e.PersonId));
        return _services.GetRequiredService<InboxStore>().StoreAsync(arrived, null, cancellationToken);
    }

    /// <summary>Handles what waits and sends what is due now.</summary>
    /// <returns>What was sent, by person in the order in which he sees it.</returns>
    public async Task<IReadOnlyList<OutboxRow>> WorkAsync(CancellationToken cancellationToken)
    {
        while (await _worker.HandleWaitingAsync(cancellationToken) > 0)
        {
        }

        return await SendAsync(cancellationToken);
    }

    /// <summary>The bot looks whether anybody is to be reminded now.</summary>
    public Task RemindAsync(CancellationToken cancellationToken) => _reminders.RemindAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _keeper.DisposeAsync();
    }

    private async Task<IReadOnlyList<OutboxRow>> SendAsync(CancellationToken cancellationToken)
    {
        var sent = new List<OutboxRow>();
        while (true)
        {
            var now = Clock.GetUtcNow();
            var due = await _outbox.DueAsync(MostAtOnce, [], Hours.IsOpen(now), now, cancellationToken);
            if (due.Count == 0)
            {
                return sent;
            }

            await _outbox.RecordAsync([.. due.Select(row => VerdictOf(row, now))], cancellationToken);
            sent.AddRange(due.Where(row => VerdictOf(row, now) is SendVerdict.Finished { Fate: Fate.Sent }));
        }
    }

    /// <summary>As the sender and VK would have it.</summary>
    private SendVerdict VerdictOf(OutboxRow row, DateTimeOffset now) =>
        SendPolicy.BeforeAttempt(row, _forbidding.Contains(row.PeerId), now)
        ?? (_forbidding.Contains(row.PeerId)
            ? new SendVerdict.Finished(row, Fate.Unreachable, 901)
            : new SendVerdict.Finished(row, Fate.Sent, MessageId: row.Id, ConversationMessageId: row.Id));
}
