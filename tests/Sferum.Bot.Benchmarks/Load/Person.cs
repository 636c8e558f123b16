using System.Runtime.CompilerServices;
using System.Text;

namespace Sferum.Bot.Benchmarks.Load;

/// <summary>One director: where he stands in his lap and what he waits for.</summary>
internal sealed class Person(long peerId)
{
    private RecentIds _recent;
    private int _recentAt;
    private int _payloadLength;

    public long PeerId => peerId;

    public int Step { get; set; }

    /// <summary>Replies of the step that have come.</summary>
    public int Replies { get; set; }

    public int Lap { get; set; }

    /// <summary>The number that the bot must know by now; 0 when it is not certain.</summary>
    public int Kept { get; set; } = Load.Lap.FirstNumberOf(peerId);

    public bool Waits { get; set; }

    /// <summary>After a wrong reply he has said «меню» and pays no heed to anything else.</summary>
    public bool BeginsAnew { get; set; }

    public long QueuedAt { get; set; }

    public int MessageNumber { get; set; }

    public byte[] School { get; } = Encoding.UTF8.GetBytes(Load.Lap.SchoolOf(peerId));

    public byte[] PayloadBuffer { get; } = new byte[512];

    public ReadOnlySpan<byte> Payload => PayloadBuffer.AsSpan(0, _payloadLength);

    public int Told => Load.Lap.NumberOf(peerId, Lap);

    public void SetPayload(int length) => _payloadLength = length;

    /// <summary>Remembers the random_id of a message to him.</summary>
    /// <returns>False when it was used a moment ago.</returns>
    public bool IsNew(int randomId)
    {
        if (randomId == 0)
        {
            return true;
        }

        foreach (var known in (ReadOnlySpan<int>)_recent)
        {
            if (known == randomId)
            {
                return false;
            }
        }

        _recent[_recentAt] = randomId;
        _recentAt = (_recentAt + 1) % RecentIds.Length;
        return true;
    }

    [InlineArray(Length)]
    private struct RecentIds
    {
        public const int Length = 16;

        private int _first;
    }
}
