using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Api;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Vk;

/// <summary>The room as the bot composes it, pointed at a simulator.</summary>
internal sealed class VkRoom : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _files = Directory.CreateTempSubdirectory("sferum-vk-").FullName;

    /// <param name="database">For the receivers; null for a room that only calls.</param>
    /// <param name="time">Null: the simulator's clock, as in the demo.</param>
    public static VkRoom Open(VkSimulatorHost vk, Database? database = null, TimeProvider? time = null, params (string Name, string Value)[] settings) =>
        new(vk, database, time, settings, _ => { });

    /// <summary>A room that only calls, with what another program brings along.</summary>
    public static VkRoom Open(VkSimulatorHost vk, Action<IServiceCollection> additions, params (string Name, string Value)[] settings) =>
        new(vk, null, null, settings, additions);

    private VkRoom(VkSimulatorHost vk, Database? database, TimeProvider? time, (string Name, string Value)[] settings, Action<IServiceCollection> additions)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                new("Vk:ApiBaseUrl", vk.ApiBaseUrl.ToString()),
                new("Vk:Token", vk.Token),
                new("Vk:GroupId", vk.GroupId.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                new("Vk:FileHosts:0", vk.Address.Authority),
                new("Storage:FilesPath", _files),
            ])
            .AddInMemoryCollection(settings.GroupBy(setting => setting.Name).Select(same => new KeyValuePair<string, string?>(same.Key, same.Last().Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton(time ?? vk.Clock);
        additions(services);
        services.AddStorage(configuration);
        if (database is null)
        {
            services.AddVkClient(configuration);
        }
        else
        {
            services.AddSingleton(database);
            services.AddSingleton<InboxSignal>();
            services.AddSingleton<InboxStore>();
            services.AddVk(configuration);
        }

        _services = services.BuildServiceProvider();
    }

    public CapturedLog Log { get; } = new();

    public IVkApi Api => Get<IVkApi>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public IEnumerable<T> All<T>()
        where T : notnull => _services.GetServices<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_files, recursive: true);
    }
}
