using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sferum.Bot.Benchmarks.Load;

/// <summary>The last events by their place in VK's stream (<c>ts</c>), each as finished JSON in a buffer used again and again.</summary>
internal sealed class EventRing
{
    private const int Slots = 1 << 15;
    private const int SlotBytes = 2048;

    /// <summary>Events in one answer of the long poll.</summary>
    private const int MostInAnswer = 1000;

    private static readonly byte[] Head = Bytes(
        $$"""{"group_id":{{LoadPlan.GroupId.ToString(CultureInfo.InvariantCulture)}},"type":"message_new","v":"5.199","event_id":""" + "\"");

    private static readonly byte[] Id = Bytes("\",\"object\":{\"message\":{\"id\":");
    private static readonly byte[] Date = Bytes(",\"date\":");
    private static readonly byte[] Peer = Bytes(",\"peer_id\":");
    private static readonly byte[] From = Bytes(",\"from_id\":");
    private static readonly byte[] Number = Bytes(",\"out\":0,\"version\":10000123,\"conversation_message_id\":");
    private static readonly byte[] Text = Bytes(",\"random_id\":0,\"important\":false,\"is_hidden\":false,\"attachments\":[],\"fwd_messages\":[],\"text\":\"");
    private static readonly byte[] Payload = Bytes("\",\"payload\":\"");

    private static readonly byte[] Tail = Bytes(
        """
        "},"client_info":{"button_actions":["text","vkpay","open_app","location","open_link","open_photo","callback","intent_subscribe","intent_unsubscribe"],"keyboard":true,"inline_keyboard":true,"carousel":true,"lang_id":0}}}
        """);

    private readonly byte[]?[] _events = new byte[]?[Slots];
    private readonly int[] _lengths = new int[Slots];

    /// <summary>The place of the next event.</summary>
    public long End { get; private set; } = 1;

    /// <summary>Whether everything from this place on can still be told.</summary>
    public bool Knows(long ts) => ts >= 1 && ts <= End && End - ts <= Slots;

    /// <param name="payload">Escaped as it is to stand in JSON; empty for what was typed.</param>
    public void Append(long peerId, int number, long unixTime, ReadOnlySpan<byte> text, ReadOnlySpan<byte> payload)
    {
        var slot = (int)(End & (Slots - 1));
        var writer = new SlotWriter(_events[slot] ??= new byte[SlotBytes]);
        writer.Add(Head);
        writer.AddHex(End);
        writer.Add(Id);
        writer.Add(End);
        writer.Add(Date);
        writer.Add(unixTime);
        writer.Add(Peer);
        writer.Add(peerId);
        writer.Add(From);
        writer.Add(peerId);
        writer.Add(Number);
        writer.Add(number);
        writer.Add(Text);
        writer.Add(text);
        if (!payload.IsEmpty)
        {
            writer.Add(Payload);
            writer.Add(payload);
        }

        writer.Add(Tail);
        _lengths[slot] = writer.Length;
        End++;
    }

    /// <summary>Writes the answer of a poll from this place.</summary>
    public void Write(long ts, IBufferWriter<byte> output)
    {
        var until = Math.Min(End, ts + MostInAnswer);
        output.Write("{\"ts\":\""u8);
        output.Write(Bytes(until.ToString(CultureInfo.InvariantCulture)));
        output.Write("\",\"updates\":["u8);
        for (var place = ts; place < until; place++)
        {
            if (place > ts)
            {
                output.Write(","u8);
            }

            var slot = (int)(place & (Slots - 1));
            output.Write(_events[slot].AsSpan(0, _lengths[slot]));
        }

        output.Write("]}"u8);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private ref struct SlotWriter(byte[] slot)
    {
        public int Length { get; private set; }

        public void Add(ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(slot.AsSpan(Length));
            Length += bytes.Length;
        }

        public void Add(long number)
        {
            number.TryFormat(slot.AsSpan(Length), out var written, default, CultureInfo.InvariantCulture);
            Length += written;
        }

        public void AddHex(long number)
        {
            number.TryFormat(slot.AsSpan(Length), out var written, "x16", CultureInfo.InvariantCulture);
            Length += written;
        }
    }
}
