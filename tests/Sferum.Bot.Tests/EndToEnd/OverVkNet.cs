using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.EndToEnd;

/// <summary>The same dialogs with the program that has VkNet in it, which chats by VkNet; skipped where that is not compiled in.</summary>
public sealed class DirectorsFirstWayOverVkNet(SqliteFixture fixture) : DirectorsFirstWaySuite(fixture), IClassFixture<SqliteFixture>
{
    private readonly SqliteFixture _fixture = fixture;

    private protected override Task<TestOffice> OpenAsync() => OverVkNet.OpenAsync(_fixture);
}

/// <summary>Documents that the bot makes go up and out over VkNet too.</summary>
public sealed class TablesOverVkNet(SqliteFixture fixture) : TableSuite(fixture), IClassFixture<SqliteFixture>
{
    private readonly SqliteFixture _fixture = fixture;

    private protected override Task<TestOffice> OpenAsync() => OverVkNet.OpenAsync(_fixture);
}

internal static class OverVkNet
{
    public static Task<TestOffice> OpenAsync(DatabaseFixture fixture)
    {
        Skip.If(WithVkNet.Missing is not null, WithVkNet.Missing);
        return TestOffice.OpenAsync(fixture, WithVkNet.Program, ("Vk__Client", "VkNet"));
    }
}
