using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sferum.Bot.Vk.Api.Calls;

/// <summary>
/// Where the items of a list stand in the bytes that are read, whatever they are: for items that somebody else reads. A
/// <see cref="JsonElement"/> would hold a copy of them all, megabytes after a while of silence. Only for what is read from
/// one piece of memory, whose places these are.
/// </summary>
internal sealed class ItemPlaces : JsonConverter<IReadOnlyList<Range>?>
{
    public override IReadOnlyList<Range>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        var places = new List<Range>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            places.Add(start..(int)reader.BytesConsumed);
        }

        return places;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Range>? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
