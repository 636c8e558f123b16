using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// A sentence that says that a point does not concern the institution, and why: by saying so («не относится к нам») or by
/// naming people who aren't there («у нас нет заместителей»).
/// </summary>
/// <param name="Reason">Null when nothing explains it.</param>
internal sealed partial record NotOurs(string? Reason)
{
    /// <summary>A longer text tells a story; it is read by a person.</summary>
    private const int Longest = 500;

    private const int FewestLetters = 4;

    private static readonly char[] _edges = [' ', '\n', ',', ';', ':', '.', '-', '!', '(', ')'];

    /// <summary>Of a clean text; null when it says nothing of the kind, or asks.</summary>
    public static NotOurs? Find(string clean)
    {
        var text = TypedText.Fold(clean);
        if (clean.Length is 0 or > Longest || Questions.Asks(text))
        {
            return null;
        }

        if (Said().Match(text) is { Success: true } said)
        {
            var rest = Tidy(TypedText.Blank(clean, said.Index, said.Length));
            return new NotOurs(rest.StartsWith("к ", StringComparison.OrdinalIgnoreCase) ? Tidy(clean) : Explains(rest) ? rest : null);
        }

        // «Родительского актива пока нет, создадим к маю» is a promise.
        return Absent().IsMatch(text) && !Yet().IsMatch(text) && !Here().IsMatch(text) && !PromiseWords.WillDo(text) ? new NotOurs(Tidy(clean)) : null;
    }

    private static bool Explains(string rest) => rest.Count(char.IsLetter) >= FewestLetters && !Filler().IsMatch(TypedText.Fold(rest));

    /// <summary>Without numbers of points, the words that lead to the reason, and what stands around it.</summary>
    private static string Tidy(string sentence)
    {
        foreach (var mention in PointInput.Mentions(sentence).ToList())
        {
            sentence = TypedText.Blank(sentence, mention.Start, mention.Length);
        }

        var tidy = Spaces().Replace(sentence, " ").Replace(" ,", ",", StringComparison.Ordinal).Trim(_edges);
        var lead = LeadIn().Match(TypedText.Fold(tidy));
        return tidy[lead.Length..].Trim(_edges);
    }

    [GeneratedRegex(@"(?<!\p{L})(?:(?:это|этот|данный|этот\sпункт|данный\sпункт|пункт)\s)?(?:(?:к\s)?нас?м?\s)?(?:это\s)?(?:вообще\s|никак\s|совсем\s)?(?:не\s?(?:\p{L}{3,8}\s)?относ(?:ит(?:ь)?ся|ятся|иться|итца)|не\s?кас(?:ается|аеться|аются|аетца)|не\s?примен(?:им[оаы]?|яется|яем|ительно)|не\sраспростран(?:яется|яются)|не\s(?:про|для|о|по)\sнас|не\sдля\s(?:детск\p{L}{2,3}\sсад\p{L}{0,2}|сад\p{L}{1,2}|школ\p{L}?|м?доу|удо|моу)|не\s(?:наш[аеи]?|мой)(?:\s(?:пункт|случай|тип|вопрос|поручение|задача|профиль))?)(?!\p{L})(?:\s(?:к\sнам|нас|на\sнас|у\sнас|(?:к\s)?наше(?:му|й|го)\s(?:учреждени[юя]|школ[еы]|сад[уа]|типу|организации)(?:\sучреждения)?))?(?!\p{L})|(?<!\p{L})нас\s(?:это\s)?не\s?кас\p{L}{2,6}(?!\p{L})")]
    private static partial Regex Said();

    /// <summary>People and bodies that an institution may not have; things («фото», «время», «чат») are another matter.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:нет(?:у)?|отсутству(?:ет|ют)|не\sпредусмотрен[аоы]?)\s(?:[\p{L}-]{1,14},?\s){0,2}(?:" + People + @")|(?<!\p{L})(?:" + People + @")\p{L}{0,8}\s(?:[\p{L}-]{1,14},?\s){0,3}(?:нет(?:у)?|отсутству(?:ет|ют)|не\sпредусмотрен[аоы]?)(?!\p{L})|(?<!\p{L})(?:мы|у\sнас)\sне\s(?:школа|сад|детский\sсад)(?!\p{L})")]
    private static partial Regex Absent();

    private const string People =
        @"заместител|замов(?!\p{L})|зам(?:а)?(?!\p{L})|завуч|советник|старшеклассник|старш(?:их|ей)\s(?:класс|школ)|ученик|ученическ|учащ|обучающ|школьник|родительск|актива|классн\p{L}{2,3}\sруководител|воспитател|педагог|учител|должност|штатн|ставк[иа]|дошкольн|подростк";

    [GeneratedRegex(@"(?<!\p{L})(?:пока|еще)\s(?:что\s)?нет|нет\s(?:пока|еще)(?!\p{L})")]
    private static partial Regex Yet();

    /// <summary>«учителей нет в чате»: they are somewhere else.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:в\s(?:(?:этом|нашем)\s)?(?:чат|групп|бесед|сферум|мессендж|систем|сети)|на\s(?:месте|связи|встрече)|онлайн|сейчас)")]
    private static partial Regex Here();

    [GeneratedRegex(@"^(?:(?:этот|данный|это|пункт\p{L}{0,2}|п\.|по|к\sнам|нас|потому\sчто|так\sкак|т\.\s?к\.?|поскольку|ведь|ибо|а|и|то|просто|вообще|считаю|что|здравствуйте|добрый\sдень)(?:[\s,.!:-]+|$))+")]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"^(?:это|этот|пункт\p{L}{0,2}|нам|нас|вообще|совсем|просто|он|она|они|думаю|считаю|наверное|спасибо|пожалуйста|,|\s)+$")]
    private static partial Regex Filler();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
