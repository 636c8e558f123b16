using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Dialogs;

public sealed class ButtonPayloadTests
{
    [Fact]
    public void A_payload_comes_back_as_it_was_written()
    {
        var args = ImmutableSortedDictionary<string, string>.Empty.Add("line", "223-09/1.1.a").Add("b", "Принято «да»");

        var read = ButtonPayload.Read(ButtonPayload.Write("line", args));

        Assert.Equal("line", read!.Value.Command);
        Assert.Equal(args, read.Value.Args);
    }

    [Theory]
    [InlineData("""{"command":"start"}""", "start")]
    [InlineData("""{"c":"menu"}""", "menu")]
    [InlineData(""" "{\"c\":\"menu\"}" """, "menu")]
    [InlineData("""{"command":"not_supported_button","button_type":"callback","payload":"{\"c\":\"accept\"}"}""", "accept")]
    [InlineData("""{"c":"x","a":{"n":5,"deep":{"y":1},"list":[1]}}""", "x")]
    public void Forms_in_which_VK_hands_a_payload_over_are_understood(string payload, string command) =>
        Assert.Equal(command, ButtonPayload.Read(payload)!.Value.Command);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("17")]
    [InlineData("\"not json\"")]
    [InlineData("""{"c":5}""")]
    [InlineData("""{"c":""}""")]
    [InlineData("""{"command":"drop table"}""")]
    [InlineData("""{"command":"not_supported_button","payload":"{"}""")]
    public void A_forged_payload_is_no_button(string? payload) => Assert.Null(ButtonPayload.Read(payload));

    [Fact]
    public void A_payload_that_is_no_text_is_no_button() => Assert.Null(ButtonPayload.Read("{\"c\":\"\uD83D\"}"));

    [Fact]
    public void A_payload_longer_than_VK_carries_is_no_button() =>
        Assert.Null(ButtonPayload.Read("{\"c\":\"menu\",\"a\":{" + string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"\"a{i}\":1")) + "}}"));

    [Fact]
    public void A_payload_is_JSON_whatever_stands_in_it_and_fits_by_its_bytes()
    {
        var readable = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        var text = Gen.String[Gen.Char["abz09 -/:.,{}\"\\\n\u007f\u2028яё😀<&'"], 0, 40];
        Gen.Select(text, Gen.Select(text, text).Array[0, 4]).Sample(
            (command, pairs) =>
            {
                var args = pairs.DistinctBy(pair => pair.Item1).ToImmutableSortedDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
                var expected = args.IsEmpty
                    ? JsonSerializer.Serialize(new { c = command }, readable)
                    : JsonSerializer.Serialize(new { c = command, a = args }, readable);

                Assert.Equal(expected, ButtonPayload.Write(command, args));
                Assert.Equal(Encoding.UTF8.GetByteCount(expected) <= ButtonPayload.MostBytes, ButtonPayload.Fits(command, args));
            },
            iter: 5_000);
    }
}
