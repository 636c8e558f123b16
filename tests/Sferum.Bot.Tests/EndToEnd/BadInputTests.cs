using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.EndToEnd;

public sealed class BadInputTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task Rubbish_of_every_kind_is_answered_or_put_aside_and_the_next_event_is_handled()
    {
        await using var office = await TestOffice.OpenAsync(fixture);
        var group = office.Vk.Host.GroupId;
        office.Write(TestOffice.Director, "привет");
        await office.ExpectAsync(TestOffice.Director, "Согласны?");

        // What is no message: put aside, logged, and the stream goes on.
        office.Vk.Host.RaiseRaw($$$"""{"group_id":{{{group}}},"type":"comet_sighted","event_id":"u1","v":"5.199","object":{"user_id":{{{TestOffice.Director}}}}}""");
        office.Vk.Host.RaiseRaw($$$"""{"group_id":{{{group}}},"type":"message_new","event_id":"u2","v":"5.199","object":{"message":17}}""");
        office.Vk.Host.RaiseRaw("""{"type":"message_new"}""");
        office.Vk.Host.RaiseRaw("[]");
        await AnsweredAsync(office, () => office.Write(TestOffice.Director, "ау"));

        // What a person may send by mistake: each gets an answer.
        await AnsweredAsync(office, () => office.Write(TestOffice.Director, new string('ж', 9_000)));
        await AnsweredAsync(office, () => office.Write(TestOffice.Director, ""));
        await AnsweredAsync(office, () => office.Write(TestOffice.Director, "", new PersonAttachment("sticker")));
        await AnsweredAsync(office, () => office.Write(TestOffice.Director, "", new PersonAttachment("audio_message")));
        await AnsweredAsync(office, () => office.Write(TestOffice.Director, "", new PersonAttachment("hologram")));
        await AnsweredAsync(office, () => office.Write(TestOffice.Director, "<b>\u200B\u202E😀😀😀</b>"));
        foreach (var payload in new[] { "{", "[]", """{"c":"\ud800"}""", """{"c":"line","a":{"\ud800":"x"}}""", "7", """{"c":"accept","a":{"report":"1"}}""", """{"c":"claim","a":{"code":"SHKA2345"}}""", """{"c":"submit","a":{"line":"223-09/9.9"}}""" })
        {
            await AnsweredAsync(office, () => office.Vk.People.Write(TestOffice.Director, new PersonMessage { Text = "Кнопка", Payload = payload }));
        }

        // The same event twice is one event.
        var written = office.Vk.People.Write(TestOffice.Director, new PersonMessage { Text = "согласна" });
        await office.ExpectAsync(TestOffice.Director, "Кто вы?");
        office.Vk.People.Write(TestOffice.Director, new PersonMessage { Text = "согласна", RepeatEventId = written.EventId });
        office.Write(TestOffice.Director, "меню");
        await office.ExpectAsync(TestOffice.Director, "Кто вы?");
        Assert.Equal(2, office.Vk.People.ChatOf(TestOffice.Director).Messages.Count(m => m.Out && m.Text.Contains("Кто вы?", StringComparison.Ordinal)));

        var letters = await new DeadLetterStore(office.Database, TimeProvider.System, new InboxSignal()).WaitingAsync(10, default);
        Assert.NotEmpty(letters);
        Assert.All(letters, letter => Assert.NotEmpty(letter.Reason));
        Assert.DoesNotContain("Unhandled exception", office.Bot.Output, StringComparison.Ordinal);
    }

    private static int Told(TestOffice office) => office.Vk.People.ChatOf(TestOffice.Director).Messages.Count(m => m.Out);

    private static async Task AnsweredAsync(TestOffice office, Action send)
    {
        var before = Told(office);
        send();
        await Eventually.TrueAsync(() => Told(office) > before, () => $"No answer. The chat:\n{office.Transcript(TestOffice.Director)}\n\nThe bot:\n{office.Bot.Output}");
    }
}
