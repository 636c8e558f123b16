using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Storage;
using Sferum.VkSimulator;

namespace Sferum.Bot.Commands;

/// <summary><c>demo</c>: VK simulator, bot and an embedded database with an invented district; one address to open.</summary>
internal static class DemoCommand
{
    public static Command Create(Additions additions)
    {
        var port = new Option<int>("--port") { Description = "Порт страницы на 127.0.0.1; 0 — любой свободный", DefaultValueFactory = _ => 5080 };
        var command = new Command("demo", "Всё сразу для первого знакомства: симулятор ВКонтакте, бот, вымышленный округ") { port };
        command.SetAction((parsed, cancellationToken) => StartFaults.GuardAsync(() => RunAsync(parsed.GetValue(port), additions, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(int port, Additions additions, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sferum-demo-");
        try
        {
            await using var vk = await VkSimulatorHost.StartAsync(
                new VkSimulatorOptions { Port = port, StartAt = DemoDistrict.Start, GroupName = DemoDistrict.OfficeName }, cancellationToken);
            vk.SetLongPollEvent("message_reply", on: true);
            var builder = BotHost.CreateBuilder(SettingsFor(vk, folder.FullName), additions);
            var data = BotHost.LoadData(builder.Configuration);
            if (data.Faults.Count > 0)
            {
                return StartFaults.Print(data.Faults);
            }

            await using var app = BotHost.Build(builder, data, vk.Clock);
            app.Services.GetRequiredService<Migrator>().Migrate();
            await FillAsync(app.Services, cancellationToken);
            foreach (var person in DemoDistrict.People)
            {
                // The specialist gets news before she has written: she allowed messages when the bot was set up.
                vk.People.Add(person.FirstName, person.LastName, person.Caption, person.Id, canMessage: person.Id == DemoDistrict.SpecialistId);
            }

            await app.StartAsync(cancellationToken);

            // Any free port: known only now.
            app.Services.GetRequiredService<IOptions<PanelOptions>>().Value.PublicUrl = new Uri(app.Urls.First());
            Console.WriteLine($"Откройте в браузере: {vk.Address}");
            Console.WriteLine("Напишите от имени директора «привет»; код учреждения стоит над чатом. Остановить: Ctrl+C");
            await Shutdown.WaitAsync(app, cancellationToken);
            return ExitCode.Done;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static string[] SettingsFor(VkSimulatorHost vk, string folder) =>
    [
        $"--Vk:ApiBaseUrl={vk.ApiBaseUrl}",
        $"--Vk:Token={vk.Token}",
        $"--Vk:GroupId={vk.GroupId.ToString(CultureInfo.InvariantCulture)}",
        $"--Vk:FileHosts:0={vk.Address.Authority}",
        "--Storage:Provider=Sqlite",
        $"--Storage:ConnectionString=Data Source={Path.Combine(folder, "demo.db")}",
        $"--Storage:FilesPath={Path.Combine(folder, "files")}",
        $"--Office:Name={DemoDistrict.OfficeName}",
        "--Panel:Enabled=true",
        $"--Office:Specialists:0={DemoDistrict.SpecialistId.ToString(CultureInfo.InvariantCulture)}",
        "--Urls=http://127.0.0.1:0",
        "--Logging:LogLevel:Default=Warning",
    ];

    private static async Task FillAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var roster = services.GetRequiredService<RosterStore>();
        var claims = services.GetRequiredService<ClaimStore>();
        await services.GetRequiredService<Database>().InTransactionAsync(
            async (db, token) =>
            {
                foreach (var institution in DemoDistrict.Institutions)
                {
                    var id = await roster.AddAsync(db, 0, institution.Name, institution.Type, token);
                    await claims.IssueAsync(db, 0, id, token, institution.Code);
                }
            },
            cancellationToken);
    }
}
