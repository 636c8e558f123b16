using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>Numbers written as words, in any case: «тридцать четыре», «из двадцати», «пятнадцатого».</summary>
internal static partial class SpokenNumbers
{
    private const int Thousand = 1_000;

    /// <summary>Shorter number words are one letter away from other words («шесть», «честь»).</summary>
    private const int ShortestWithSlip = 8;

    private static readonly FrozenDictionary<string, int> _cardinals = Cardinals().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> _ordinals = Ordinals().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] _long = [.. _cardinals.Keys.Where(w => w.Length >= ShortestWithSlip)];

    /// <summary>The text with every run of cardinal number words as digits; the rest as it was. Case does not matter.</summary>
    public static string ToDigits(string text)
    {
        var result = new StringBuilder(text.Length);
        var copied = 0;
        var run = new Run();
        foreach (var word in Word().EnumerateMatches(text))
        {
            var value = Cardinal(TypedText.Fold(text.Substring(word.Index, word.Length)));
            var follows = value is { } v && run.Length > 0 && text.AsSpan(run.End, word.Index - run.End) is " " or "-" && run.Accepts(v);
            if (run.Length > 0 && !follows)
            {
                copied = Flush(result, text, copied, run);
                run = new Run();
            }

            if (value is { } number)
            {
                run = run.With(number, word.Index, word.Length);
            }
        }

        if (run.Length > 0)
        {
            copied = Flush(result, text, copied, run);
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>1–31 of folded words like «пятнадцатое», «двадцать первого»; null when they are none.</summary>
    public static int? DayOfMonth(string words)
    {
        var space = words.LastIndexOf(' ');
        var tens = space < 0 ? 0 : _cardinals.GetValueOrDefault(words[..space].Trim());
        return _ordinals.TryGetValue(words[(space + 1)..], out var day) && (tens == 0 || day < 10) && tens + day <= 31 ? tens + day : null;
    }

    /// <summary>Of one folded word.</summary>
    public static int? Cardinal(string word)
    {
        if (_cardinals.TryGetValue(word, out var value))
        {
            return value;
        }

        if (word.Length < ShortestWithSlip - 1 || word.Length > ShortestWithSlip * 2)
        {
            return null;
        }

        foreach (var known in _long)
        {
            if (known.AsSpan(0, 3).SequenceEqual(word.AsSpan(0, 3)) && TypingDistance.Between(word, known, 1) == 1)
            {
                return _cardinals[known];
            }
        }

        return null;
    }

    private static int Flush(StringBuilder result, string text, int copied, Run run)
    {
        result.Append(text, copied, run.Start - copied).Append(CultureInfo.InvariantCulture, $"{run.Total}");
        return run.End;
    }

    private static Dictionary<string, int> Cardinals()
    {
        var result = new Dictionary<string, int>(StringComparer.Ordinal);
        Add(0, "ноль нуль ноля нуля");
        Add(1, "один одна одно одного одной одну одним одном");
        Add(2, "два две двух двум двумя двое двоих");
        Add(3, "три трех трем тремя трое троих");
        Add(4, "четыре четырех четырем четырьмя четверо четверых");
        Add(8, "восемь восьми восемью восьмью");
        foreach (var (value, stem) in new[] { (5, "пят"), (6, "шест"), (7, "сем"), (9, "девят"), (10, "десят"), (20, "двадцат"), (30, "тридцат") })
        {
            Add(value, $"{stem}ь {stem}и {stem}ью");
        }

        foreach (var (value, stem) in Teens())
        {
            Add(value, $"{stem}ь {stem}и {stem}ью");
        }

        Add(40, "сорок сорока");
        foreach (var (value, first, second) in new[] { (50, "пять", "пяти"), (60, "шесть", "шести"), (70, "семь", "семи"), (80, "восемь", "восьми") })
        {
            Add(value, $"{first}десят {second}десяти");
        }

        Add(90, "девяносто девяноста");
        Add(100, "сто ста");
        Add(200, "двести двухсот");
        Add(300, "триста трехсот");
        Add(400, "четыреста четырехсот");
        foreach (var (value, first, second) in new[]
        {
            (500, "пять", "пяти"), (600, "шесть", "шести"), (700, "семь", "семи"), (800, "восемь", "восьми"), (900, "девять", "девяти"),
        })
        {
            Add(value, $"{first}сот {second}сот");
        }

        Add(Thousand, "тысяча тысячи тысяч тысячу");
        return result;

        void Add(int value, string forms)
        {
            foreach (var form in forms.Split(' '))
            {
                result[form] = value;
            }
        }
    }

    private static Dictionary<string, int> Ordinals()
    {
        var result = new Dictionary<string, int>(StringComparer.Ordinal);
        (int, string)[] stems =
        [
            (1, "перв"), (2, "втор"), (4, "четверт"), (5, "пят"), (6, "шест"), (7, "седьм"), (8, "восьм"), (9, "девят"), (10, "десят"),
            .. Teens(), (20, "двадцат"), (30, "тридцат"),
        ];
        foreach (var (value, stem) in stems)
        {
            foreach (var ending in (string[])["ое", "ого", "ому", "ым", "ый", "ой"])
            {
                result[stem + ending] = value;
            }
        }

        foreach (var form in (string[])["третье", "третьего", "третьему", "третьим", "третий"])
        {
            result[form] = 3;
        }

        return result;
    }

    private static (int Value, string Stem)[] Teens() =>
    [
        (11, "одиннадцат"), (12, "двенадцат"), (13, "тринадцат"), (14, "четырнадцат"), (15, "пятнадцат"),
        (16, "шестнадцат"), (17, "семнадцат"), (18, "восемнадцат"), (19, "девятнадцат"),
    ];

    /// <summary>Number words that make up one number: hundreds, then tens, then ones, a thousand at most once.</summary>
    private readonly record struct Run(int Start, int Length, int Thousands, int Below, int Last)
    {
        public int End => Start + Length;

        public int Total => Thousands + Below;

        public bool Accepts(int value) => value switch
        {
            0 => false,
            Thousand => Thousands == 0 && Below > 0,
            _ => Last switch
            {
                Thousand => true,
                >= 100 => value < 100,
                >= 20 => value < 10,
                _ => false,
            },
        };

        public Run With(int value, int start, int length)
        {
            var begin = Length == 0 ? start : Start;
            var end = start + length;
            return value == Thousand
                ? new Run(begin, end - begin, Math.Max(Below, 1) * Thousand, 0, Thousand)
                : new Run(begin, end - begin, Thousands, Below + value, value);
        }
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
