using System.Text;
using CsCheck;
using Sferum.Bot.Vk.Api.BuiltIn;

namespace Sferum.Bot.Tests.Vk;

public sealed class FormContentTests
{
    [Fact]
    public Task The_bytes_are_those_of_the_runtime_s_own_form() =>
        Gen.Select(Gen.String, Gen.String[Gen.Char["абвЯё 09az~-_.&=%+\n😀"], 0, 5_000]).Array[0, 4].SampleAsync(
            async pairs => Assert.Equal(await BytesOfAsync(new FormUrlEncodedContent(Pairs(pairs))), await BytesOfAsync(new FormContent(Pairs(pairs)))), iter: 500);

    [Fact]
    public Task A_value_in_pieces_has_the_same_bytes_wherever_it_is_cut() =>
        Gen.String[Gen.Char["абвЯё 09az~-_.&=%+\n😀"], 0, 1_500].Array[0, 6].SampleAsync(
            async pieces => Assert.Equal(
                await BytesOfAsync(new FormContent([new("v", "5.199"), new("code", string.Concat(pieces))])),
                await BytesOfAsync(new FormContent([new("v", "5.199")]).Add("code", InPieces(pieces)))), iter: 300);

    [Theory]
    [InlineData(1022, "😀")]
    [InlineData(1023, "😀")]
    [InlineData(1024, "😀")]
    [InlineData(1023, "\uD83D")]
    public async Task A_sign_on_the_edge_of_a_piece_is_not_torn(int before, string sign)
    {
        KeyValuePair<string, string>[] pairs = [new("text", new string('я', before) + sign + new string('я', 10_000))];

        Assert.Equal(await BytesOfAsync(new FormUrlEncodedContent(pairs)), await BytesOfAsync(new FormContent(pairs)));
    }

    [Fact]
    public async Task Its_length_and_kind_are_told()
    {
        using var content = new FormContent(new KeyValuePair<string, string>("text", "да"));

        Assert.Equal("text=%D0%B4%D0%B0".Length, content.Headers.ContentLength);
        Assert.Equal("application/x-www-form-urlencoded", content.Headers.ContentType?.ToString());
        Assert.Equal("text=%D0%B4%D0%B0", await content.ReadAsStringAsync());
    }

    /// <summary>As they are, each in a chunk of its own.</summary>
    private static StringBuilder InPieces(string[] pieces)
    {
        var value = new StringBuilder(1);
        foreach (var piece in pieces)
            value.Append(piece);
        return value;
    }

    private static KeyValuePair<string, string>[] Pairs((string, string)[] pairs) => Array.ConvertAll(pairs, pair => KeyValuePair.Create(pair.Item1, pair.Item2));

    private static async Task<string> BytesOfAsync(HttpContent content)
    {
        using (content)
        {
            return Encoding.Latin1.GetString(await content.ReadAsByteArrayAsync());
        }
    }
}
