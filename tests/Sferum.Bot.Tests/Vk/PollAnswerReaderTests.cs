using System.Diagnostics;
using System.Text;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Api.Calls;

namespace Sferum.Bot.Tests.Vk;

public sealed class PollAnswerReaderTests
{
    private const string Sound = """{"type":"message_allow","event_id":"e","object":{"user_id":1}}""";

    /// <summary>VK would give the same answer for ever: one such byte must not make the bot deaf.</summary>
    [Fact]
    public void Bytes_that_are_no_text_damage_their_own_update_only()
    {
        var body = Encoding.Latin1.GetBytes("{\"ts\":\"7\",\"updates\":[" + Sound + ",{\"type\":\"message_new\",\"object\":{\"text\":\"\u00FF\"}}]}");

        var events = Assert.IsType<LongPollAnswer.Events>(Answer(body));

        Assert.Equal("7", events.Ts);
        Assert.Equal(Sound, events.Updates[0]);
        Assert.Equal("{\"type\":\"message_new\",\"object\":{\"text\":\"\uFFFD\"}}", events.Updates[1]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"a\":")]
    [InlineData("{\"type\":1,\"object\":{}")]
    [InlineData("{\"a\":[0,")]
    [InlineData("{ ")]
    [InlineData("{\"a")]
    public void A_list_that_was_damaged_on_purpose_takes_no_longer_than_a_sound_one(string piece)
    {
        var body = Encoding.UTF8.GetBytes("{\"ts\":\"7\",\"updates\":[" + string.Concat(Enumerable.Repeat(piece, 4_000_000 / piece.Length)));
        var began = Stopwatch.GetTimestamp();

        var events = Assert.IsType<LongPollAnswer.Events>(Answer(body));

        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(3));
        Assert.Equal("7", events.Ts);
    }

    private static LongPollAnswer Answer(byte[] body) => Assert.IsType<VkResult<LongPollAnswer>.Ok>(PollAnswerReader.Read(body)).Value;
}
