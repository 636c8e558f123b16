using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Tests.Storage;

public sealed class FlatJsonTests
{
    [Fact]
    public void Texts_come_back_as_they_were_written() =>
        Gen.Select(Gen.String.AlphaNumeric, Gen.String[Gen.Char["абв «»\"\\\n😀{}:,0"], 0, 30]).Array[0, 8].Sample(pairs =>
        {
            var members = pairs.DistinctBy(pair => pair.Item1).ToImmutableSortedDictionary(pair => pair.Item1, pair => pair.Item2.Replace("\uD83D", "").Replace("\uDE00", ""), StringComparer.Ordinal);

            Assert.Equal(members, FlatJson.Read(FlatJson.Write(members)));
        });

    [Fact]
    public void A_person_can_read_what_is_written() =>
        Assert.Equal("""{"document.number":"№ 14-од «б»"}""", FlatJson.Write([new("document.number", "№ 14-од «б»")]));

    [Theory]
    [InlineData("""{"a":1,"b":"x"}""", "1")]
    [InlineData("""{"b":"x","a":null}""", "")]
    [InlineData("""{"a":[1,2],"b":"x"}""", "[1,2]")]
    public void What_is_no_text_is_read_as_it_would_be_printed(string json, string a)
    {
        var read = FlatJson.Read(json);

        Assert.Equal((a, "x"), (read["a"], read["b"]));
    }

    [Fact]
    public void Nothing_is_read_from_nothing() => Assert.All(["{}", " { } ", "null"], json => Assert.Empty(FlatJson.Read(json)));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"a":"b"}x""")]
    [InlineData("""{"a":"b",}""")]
    public void What_is_no_object_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => FlatJson.Read(json));
}
