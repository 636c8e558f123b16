using System.Collections.Immutable;
using System.Text;

namespace Sferum.Bot.Benchmarks.Load;

/// <summary>
/// What a director says over and over: «меню», the point he has reported, «Исправить», the answer to be mended, a new
/// number, «Отправить». Six steps, seven replies, one write of the domain. The bot on vk-io says the same.
/// </summary>
internal static class Lap
{
    /// <summary>The first director; the institution of the next ones is numbered on.</summary>
    public const long FirstPeer = 1_000_001;

    public const string Point = "1.4";

    /// <summary>A message of a broadcast begins so.</summary>
    public const string BroadcastBeginning = "Рассылка";

    /// <summary>How many there are of whom some are told in the answer that is mended.</summary>
    public const int All = 100;

    public static ImmutableArray<LapStep> Steps { get; } =
    [
        new("меню", IsPress: false, [new("срок:", LapEcho.School)]),
        new(Point, IsPress: false, [new("на проверке", LapEcho.KeptNumber, "Исправить")]),
        new("Исправить", IsPress: true, [new("Исправляем отчёт №", LapEcho.None, "Ознакомлено")]),
        new("Ознакомлено", IsPress: true, [new("Сколько работников ознакомлено", LapEcho.None)]),
        new("", IsPress: false, [new("Отправляем?", LapEcho.ToldNumber, "Отправить")]),
        new("Отправить", IsPress: true, [new("Квитанция: отчёт №", LapEcho.School), new("Специалист проверит", LapEcho.None)]),
    ];

    public static double RepliesPerStep => (double)Steps.Sum(step => step.Replies.Length) / Steps.Length;

    public const int TellsNumber = 4;

    public const int Submits = 5;

    /// <summary>The institution of a director, by which his replies are told from those of others.</summary>
    public static string SchoolOf(long peerId) => $"Вымышленная СОШ № {peerId - FirstPeer + 1}»";

    /// <summary>What was sent before the first lap.</summary>
    public static int FirstNumberOf(long peerId) => NumberOf(peerId, All - 2);

    /// <summary>What is told in a lap; another number in the next one.</summary>
    public static int NumberOf(long peerId, int lap) => 1 + (int)(((peerId * 31) + ((long)lap * 7)) % (All - 1));
}

/// <param name="Text">What is written, or the label of the button that is pressed.</param>
internal sealed record LapStep(string Text, bool IsPress, ImmutableArray<LapReply> Replies)
{
    public byte[] Bytes { get; } = Encoding.UTF8.GetBytes(Text);
}

/// <param name="Marker">Words by which the reply is known.</param>
/// <param name="Echo">What of the person has to stand in it besides.</param>
/// <param name="Button">The button that the next step presses.</param>
internal sealed record LapReply(string Marker, LapEcho Echo, string? Button = null)
{
    public byte[] MarkerBytes { get; } = Encoding.UTF8.GetBytes(Marker);

    public byte[] ButtonBytes { get; } = Encoding.UTF8.GetBytes(Button ?? "");
}

internal enum LapEcho
{
    None,

    /// <summary>His institution.</summary>
    School,

    /// <summary>The number that he told a moment ago.</summary>
    ToldNumber,

    /// <summary>The number that he sent in his last lap.</summary>
    KeptNumber,
}
