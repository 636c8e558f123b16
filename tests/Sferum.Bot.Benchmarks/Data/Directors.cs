using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Sferum.Bot.Benchmarks.Load;
using Sferum.Bot.Commands;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Benchmarks.Data;

/// <summary>Invented directors, each with an institution claimed by code and one point reported, all by the bot's own stores.</summary>
internal static class Directors
{
    public const string Office = "Управление образования Вымышленского округа";

    private const string Order = "223-09";
    private const int PerTransaction = 200;

    /// <summary>Brings a database to the present schema and fills it.</summary>
    public static async Task FillAsync(StorageProvider provider, string connectionString, int count, CancellationToken cancellationToken)
    {
        var builder = BotHost.CreateBuilder(
        [
            $"--Storage:Provider={provider}",
            $"--Storage:ConnectionString={connectionString}",
            $"--Office:Name={Office}",
            $"--Vk:Token={LoadPlan.Token}",
            $"--Vk:GroupId={LoadPlan.GroupId}",
        ]);
        var data = BotHost.LoadData(builder.Configuration);
        await using var app = BotHost.Build(builder, data, TimeProvider.System);
        app.Services.GetRequiredService<Migrator>().Migrate();
        var database = app.Services.GetRequiredService<Database>();
        var consent = data.Dialogs?.Consent?.Version ?? throw new InvalidOperationException("the dialogs ask for no consent");
        foreach (var chunk in Enumerable.Range(0, count).Chunk(PerTransaction))
        {
            await database.InTransactionAsync((db, token) => AddAsync(app.Services, db, chunk, consent, token), cancellationToken);
        }
    }

    private static async Task AddAsync(
        IServiceProvider services, LinqToDB.Data.DataConnection db, IEnumerable<int> indices, string consent, CancellationToken cancellationToken)
    {
        var roster = services.GetRequiredService<RosterStore>();
        var claims = services.GetRequiredService<ClaimStore>();
        var people = services.GetRequiredService<PersonStore>();
        var reports = services.GetRequiredService<ReportStore>();
        var conversations = services.GetRequiredService<ConversationStore>();
        var inMenu = ConversationJson.Write(Conversation.New with { State = "director.menu.list", Version = "director.menu@2" });
        foreach (var index in indices)
        {
            var person = Lap.FirstPeer + index;
            var institution = await roster.AddAsync(db, 0, $"МОУ «{Lap.SchoolOf(person)}", "МОУ", cancellationToken);
            var code = await claims.IssueAsync(db, 0, institution, cancellationToken);
            await people.MeetAsync(db, [person], cancellationToken);
            Demand(await people.ConsentAsync(db, person, consent, cancellationToken));
            Demand((await claims.ClaimAsync(db, person, code, cancellationToken)).Result);
            var (reported, _) = await reports.SubmitAsync(
                db, person, new ReportLine(institution, Order, Lap.Point), new ReportContent.Done(Answers(person)), null, cancellationToken);
            Demand(reported);
            await conversations.SaveAsync(db, new Dictionary<long, StoredConversation> { [person] = inMenu }, cancellationToken);
        }
    }

    private static ImmutableSortedDictionary<string, string> Answers(long person) => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
        .Add("document.number", "14-од")
        .Add("document.date", "2024-04-16")
        .Add("acquainted.done", $"{Lap.FirstNumberOf(person)}")
        .Add("acquainted.total", $"{Lap.All}");

    private static void Demand(WriteResult result)
    {
        if (result != WriteResult.Done)
        {
            throw new InvalidOperationException($"a director could not be prepared: {result}");
        }
    }
}
