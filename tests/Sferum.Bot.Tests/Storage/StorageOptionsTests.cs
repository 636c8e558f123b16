using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Tests.Storage;

public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData("Sqlite", "Data Source=data/sferum.db")]
    [InlineData("sqlite", "Data Source=/var/lib/sferum/sferum.db")]
    [InlineData("PostgreSql", "Host=127.0.0.1;Database=sferum;Username=sferum")]
    public void Right_settings_pass(string provider, string connectionString) =>
        Assert.Equal(connectionString, Read(provider, connectionString).ConnectionString);

    [Theory]
    [InlineData("7", "Data Source=data/sferum.db", "Storage__Provider")]
    [InlineData("Sqlite", "", "Storage__ConnectionString")]
    [InlineData("Sqlite", "data/sferum.db", "Storage__ConnectionString")]
    [InlineData("Sqlite", "Data Source=:memory:", "Storage__ConnectionString")]
    [InlineData("Sqlite", "Host=127.0.0.1;Database=sferum", "Storage__ConnectionString")]
    [InlineData("PostgreSql", "Data Source=data/sferum.db", "Storage__ConnectionString")]
    [InlineData("PostgreSql", "Host=127.0.0.1", "Storage__ConnectionString")]
    public void A_wrong_setting_is_one_line_with_its_name(string provider, string connectionString, string setting)
    {
        var failures = Assert.Throws<OptionsValidationException>(() => Read(provider, connectionString)).Failures;

        Assert.Contains($"{setting}: ", Assert.Single(failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_settings_a_file_of_SQLite_is_used() =>
        Assert.Equal(StorageProvider.Sqlite, Read(new Dictionary<string, string?>()).Provider);

    private static StorageOptions Read(string provider, string connectionString) => Read(new Dictionary<string, string?>
    {
        ["Storage:Provider"] = provider,
        ["Storage:ConnectionString"] = connectionString,
    });

    private static StorageOptions Read(Dictionary<string, string?> settings)
    {
        using var services = new ServiceCollection()
            .AddStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<StorageOptions>>().Value;
    }
}
