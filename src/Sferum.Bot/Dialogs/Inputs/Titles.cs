using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>What a chat, a meeting or a plan is called, from the words that are left when everything else has been blanked.</summary>
internal static partial class Titles
{
    private static readonly char[] _edges = [' ', '\n', ',', ';', ':', '.', '-', '(', ')', '"', '\'', '«', '»', '!', '/', '+'];

    /// <summary>The quoted words when there are any, else all that says something; null when nothing does.</summary>
    public static string? Of(string rest)
    {
        if (Quotes.Find(rest) is { } quoted)
        {
            return quoted;
        }

        var pieces = Separator().Split(rest).Select(Piece).Where(p => p.Any(char.IsLetter)).ToList();
        return pieces.Count == 0 ? null : string.Join(", ", pieces);
    }

    private static string Piece(string text)
    {
        var piece = Tidy(text);
        var folded = TypedText.Fold(piece);
        if (Empty().IsMatch(folded))
        {
            return "";
        }

        var lead = LeadIn().Match(folded);
        piece = lead.Success ? Tidy(piece[lead.Length..]) : piece;
        var tail = Dangling().Match(TypedText.Fold(piece));
        return tail.Success ? Tidy(piece[..tail.Index]) : piece;
    }

    private static string Tidy(string text) => Spaces().Replace(text, " ").Trim(_edges);

    [GeneratedRegex(@"[ ]{3,}|[,;\n]|\s-\s")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>«чат педсовет» is called «педсовет», «чат с родителями» has no other name than that.</summary>
    [GeneratedRegex(@"^(?:(?:название|тема|план\sназывается)(?:\s(?:чата|беседы|группы|встречи|совещания|плана))?(?:\s?:\s?|\s-\s|\s)|(?:чат|группа|беседа|встреча|план)?\s?(?:называется|на\sтему|под\sназванием)\s?:?\s?|(?:создали|создан|сделали|провели|есть)\s|чат\s?:\s?|чат\s(?!со?\s|для\s|по\s|из\s|и\s|на\s|руководител|директор|педагог|учител|родител|учени|воспитател|школ|класс|заместител|совет|администрац|заведующ))+")]
    private static partial Regex LeadIn();

    /// <summary>Words around what was blanked.</summary>
    [GeneratedRegex(@"^(?:чат|участники|участников|человек|число|количество|всего|дата|название|тема|создан[ао]?|создали|сделали|готово|вот|это|там|и|в|в\sчате|в\sне[мй]|снимок|скрин|скриншот|прилагаю|фото|г|года?|штат|проведен[ао]?|провели|число\sучастников|да|нет|(?:всего\s)?(?:педагогов|педработников|учителей|сотрудников|работников|воспитателей|членов|родителей)(?:\sв\s(?:школе|саду|учреждении|штате))?)$")]
    private static partial Regex Empty();

    [GeneratedRegex(@"(?:\s(?:и|в|во|на|от|с|за|из|всего|в\sчате|было|дата|человек|участники|утвержден[а]?|создан[ао]?|прошл[ао]|состоял[а]?[с]?[ья]?о?с?ь?))+$")]
    private static partial Regex Dangling();
}
