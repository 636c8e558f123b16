using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>Words that say of something that it is done: «сделали», «готово», «+», «✅».</summary>
internal static partial class DoneWords
{
    private const string Agreement = "+";

    /// <summary>Shorter words have too many neighbours one letter away.</summary>
    private const int ShortestWithSlip = 5;

    private static readonly string[] _alone =
    [
        "готово", "готов", "готова", "готовы", "сделано", "сделали", "сделал", "сделала", "сделан", "сделана", "сделаны", "выполнено",
        "выполнили", "выполнил", "выполнила", "выполнен", "выполнены", "исполнено", "исполнили", "сдано", "сдали", "сдал", "сдала",
        "есть", "имеется", "отчитались", "провели", "создали", "создано", "создан", "созданы", "издали", "издано", "издан", "изданы",
        "разместили", "размещено", "размещены", "внесли", "внесено", "отправили", "отправлено", "закончили", "завершили", "завершено",
        "выложили", "утвердили", "утверждено", "назначили", "включили", "оформили", "подписали", Agreement,
    ];

    private static readonly HashSet<string> _beside =
        ["да", "уже", "мы", "я", "все", "вот", "у", "нас", "давно", "полностью", "ну", "ок", "ага", "конечно", "это", "всё", "пункт", "тоже", "и", "вроде"];

    /// <summary>The text is nothing but such a word, with small words beside it: «да сделали», «всё готово», «гтово», «👍».</summary>
    public static bool Are(string text)
    {
        if (text.Contains('?', StringComparison.Ordinal))
        {
            return false;
        }

        var words = TypedWords.Normalise(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 6 && words.Any(IsDone) && words.All(w => IsDone(w) || _beside.Contains(w));
    }

    /// <summary>Such a word stands somewhere in the text.</summary>
    public static bool AreIn(string text) =>
        Stems().IsMatch(TypedText.Fold(TypedText.Clean(text)))
        || TypedWords.Normalise(text).Split(' ').Any(w => w == Agreement || (w.Length > ShortestWithSlip && IsDone(w)));

    private static bool IsDone(string word) =>
        _alone.Contains(word)
        || (word.Length >= ShortestWithSlip - 1
            && _alone.Any(w => w.Length > ShortestWithSlip && word[^1] == w[^1] && TypingDistance.Between(word, w, 1) == 1));

    [GeneratedRegex(@"(?<!\p{L})(?:[сз]дела(?:л|н)|готов(?:[оаы]|ы?е)?(?!\p{L})|(?:вы|ис)полн(?:ил|ен)|созда[лн]|изда[лн]|размещен|размести(?:л)|вылож(?:ил|ен)|опубликова[лн]|вн[ео]с(?:ли|ла|ен)|внес(?!\p{L})|провел|проведен|включ(?:ил|ен)|утвер(?:дил|жден)|назнач(?:ил|ен)|есть(?!\p{L})|имее?тся|отчит(?:ал|ыва)|сда(?:л|н)|подписа[лн]|отправ(?:ил|лен)|присла[лн]|добав(?:ил|лен)|завел(?:и|а)?(?!\p{L})|заведен|оформ(?:ил|лен)|закры(?:л|т)|подготов(?:ил|лен)|законч(?:ил|ен)|заверш(?:ил|ен)|работа(?:ет|ют)(?!\p{L})|функциониру)|\+")]
    private static partial Regex Stems();
}
