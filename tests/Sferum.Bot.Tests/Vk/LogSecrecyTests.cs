using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Checks;
using Sferum.Bot.Vk.Files;
using Sferum.Bot.Vk.Receiving;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Vk;

/// <summary>Sends, receives, uploads and fails, then looks at everything that was logged.</summary>
public sealed class LogSecrecyTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    private const long Anna = 700000001;
    private const string Spoken = "зарплата учителя сорок тысяч";
    private const string Heard = "мой телефон восемь девятьсот";

    [Fact]
    public async Task Nothing_secret_and_no_text_of_a_person_is_logged_at_Information_and_the_token_at_no_level()
    {
        await using var simulator = await TestSimulator.StartAsync();
        simulator.People.Add("Анна", "Тестова", id: Anna, canMessage: true);
        await using var room = VkRoom.Open(simulator.Host, await databases.CreateAsync(), settings: ("Vk:LongPollWait", "00:00:02"));
        var receiver = room.All<IHostedService>().Single(service => service is LongPollReceiver);
        await receiver.StartAsync(default);
        await Eventually.TrueAsync(() => room.Log.AtLeast(LogLevel.Information).Contains("key was taken", StringComparison.Ordinal), () => "no poll");
        var (address, server) = await EverythingAsync(simulator, room);
        await receiver.StopAsync(default);

        var said = room.Log.AtLeast(LogLevel.Information);
        var everything = room.Log.AtLeast(LogLevel.Trace);
        Assert.Contains("messages.send", said, StringComparison.Ordinal);
        Assert.Contains("Long poll", said, StringComparison.Ordinal);
        foreach (var secret in (string[])[Spoken, Heard, address.AbsolutePath, server.Key, "Тестова", "zarplata.xlsx"])
            Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
        Assert.DoesNotContain(simulator.Host.Token, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Key, everything, StringComparison.Ordinal);
    }

    private static async Task<(Uri Upload, LongPollServer Server)> EverythingAsync(TestSimulator simulator, VkRoom room)
    {
        var transport = room.Get<IMessageTransport>();
        var files = room.Get<VkFiles>();
        simulator.People.Write(Anna, Heard);
        simulator.Host.RaiseRaw("""{"type":"message_new","object":{"message":{"text":"%"}}}""".Replace("%", Heard, StringComparison.Ordinal));
        simulator.Host.RaiseRaw("""{"type":"message_new","object":{"message":{"text":"%""".Replace("%", Heard, StringComparison.Ordinal));
        await Eventually.TrueAsync(
            () => room.Log.AtLeast(LogLevel.Information).Contains("events stored", StringComparison.Ordinal), () => "nothing was received");
        await transport.SendAsync([Row(1, Anna), Row(2, 999)], default);
        foreach (var fault in (Fault[])[new Fault.ErrorCode(100), new Fault.ErrorCode(5), new Fault.ErrorCode(901), new Fault.Http(502), new Fault.DropAfter()])
        {
            simulator.Host.Faults = [new FaultRule("messages.send", fault, Times: 1), new FaultRule("longpoll", fault, Times: 1)];
            await transport.SendAsync([Row(3, Anna)], default);
        }

        simulator.Host.Faults = [new FaultRule("upload", new Fault.Http(500), Times: 1)];
        await files.UploadDocumentAsync(Anna, "zarplata.xlsx", new byte[] { 1 }, default);
        await room.Get<VkChecks>().RunAsync(default);
        var upload = Assert.IsType<VkResult<Uri>.Ok>(await room.Api.GetDocumentUploadAddressAsync(Anna, default)).Value;
        await files.DownloadAsync(upload.ToString(), Stream.Null, 10, default);
        var server = Assert.IsType<VkResult<LongPollServer>.Ok>(await room.Api.GetLongPollServerAsync(simulator.Host.GroupId, default)).Value;
        await room.Api.PollAsync(server, "0", TimeSpan.FromSeconds(1), default);
        return (upload, server);
    }

    private static OutboxRow Row(long id, long peer) => new(
        id, peer, (int)id, SendPurpose.Reply, new Outgoing.Text(Spoken, null, []), 0, false, false, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
}
