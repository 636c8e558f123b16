using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Answers.Loading;

/// <summary>Reads the files of <c>dialogs/answers</c>; goes on after a fault, to report all of them at once.</summary>
internal sealed class AnswerReader(IReadOnlyDictionary<string, OrderPointText> points, Faults faults)
{
    /// <summary>Longest label of a button (<c>vk-platform.md</c> §2.2: 40 characters).</summary>
    private const int LongestLabel = 40;

    /// <summary>A longer message is cut into two; nobody reads that on a telephone.</summary>
    private const int LongestAnswer = 3000;

    private static readonly string[] Deeds = ["points", "verify", "human", "menu"];

    private readonly List<(Answer Answer, DataNode Node)> _answers = [];
    private readonly List<SmallTalk> _talk = [];
    private readonly List<string> _notOurs = [];
    private readonly List<ImmutableArray<string>> _synonyms = [];
    private AnswerThresholds? _thresholds;

    public AnswerSheet Read(IEnumerable<KeyValuePair<string, string>> files)
    {
        foreach (var (path, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            Read(DataNode.Parse(path, text, faults));
        }

        foreach (var again in _answers.GroupBy(entry => entry.Answer.Topic, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            faults.Add(again.Answer.Place, $"Ответ «{again.Answer.Topic}» уже есть в другом файле. Переименуйте один из двух.");
        }

        var known = _answers.Select(entry => entry.Answer.Topic).ToFrozenSet(StringComparer.Ordinal);
        foreach (var (answer, node) in _answers)
        {
            foreach (var next in answer.Next.Where(next => next.Topic.Length > 0 && !known.Contains(next.Topic)))
            {
                node["next"].Complain($"Нет ответа «{next.Topic}». Проверьте имя темы в topic.");
            }
        }

        return new AnswerSheet(
            [.. _answers.Select(entry => entry.Answer).DistinctBy(answer => answer.Topic)],
            [.. _talk],
            [.. _notOurs],
            [.. _synonyms],
            _thresholds ?? AnswerSheet.Empty.Thresholds);
    }

    private void Read(DataNode root)
    {
        if (root["answer"].Exists)
        {
            _answers.Add((ReadAnswer(root), root));
        }

        _talk.AddRange(root["small_talk"].Items().Select(ReadTalk));
        _notOurs.AddRange(root["not_ours"].Items().SelectMany(group => ReadNotOurs(group)));
        _synonyms.AddRange(root["synonyms"].Items().Select(group => Texts(group, "слово")));
        if (root["thresholds"] is { Exists: true } thresholds)
        {
            _thresholds = new AnswerThresholds(Share(thresholds["sure"]), Share(thresholds["torn"]));
            thresholds.ComplainOfUnread();
        }

        root.ComplainOfUnread();
    }

    private Answer ReadAnswer(DataNode root)
    {
        var answer = new Answer(
            root["answer"].Text("answer — имя темы"),
            Label(root["title"]),
            OneOf(root["audience"], [.. Asker.Roles, Answer.AnyAudience], Answer.AnyAudience),
            Texts(root["org_types"], "тип учреждения"),
            [.. root["variants"].Items().Select(ReadVariant)],
            [.. root["rests_on"].Items().Select(ReadSource).OfType<AnswerSource>()],
            root["unsettled"] is { Exists: true } unsettled ? ReadUnsettled(unsettled) : null,
            [.. root["dated"].Items().Select(ReadNote)],
            [.. root["next"].Items().Select(ReadNext)],
            [.. root["must_say"].Items().Select(ReadFact)],
            [.. root["asked"].Items().Select(ReadPhrase)],
            root.Place);
        Check(answer, root);
        return answer;
    }

    private static void Check(Answer answer, DataNode root)
    {
        if (answer.Variants is not [.., { Roles.IsEmpty: true, OrgTypes.IsEmpty: true }])
        {
            root["variants"].Complain("Последний вариант ответа годится всем: уберите у него roles и org_types или добавьте такой.");
        }

        if (answer.Sources.IsEmpty)
        {
            root.Complain("Не указано, на чём держится ответ. Добавьте rests_on с пунктом приказа (point, quote) или источником (about).");
        }

        if (answer.Asked.IsEmpty)
        {
            root.Complain("Не указано, как об этом спрашивают. Добавьте asked: без примеров вопроса ответ не найти.");
        }

        foreach (var variant in answer.Variants)
        {
            var said = Whole(answer, variant);
            if (said.Length > LongestAnswer)
            {
                root["variants"].Complain($"Ответ длиннее {LongestAnswer} знаков ({said.Length}). Сократите его.");
            }

            foreach (var fact in answer.MustSay)
            {
                foreach (var words in fact.Words.Where(words => !words.Split('|').Any(word => said.Contains(word.Trim(), StringComparison.OrdinalIgnoreCase))))
                {
                    root["must_say"].Complain($"Вариант «{variant.Short}» не говорит обязательного «{fact.Fact}»: нет слов «{words}».");
                }
            }
        }
    }

    /// <summary>All that a person reads of a variant.</summary>
    private static string Whole(Answer answer, AnswerVariant variant)
    {
        var said = new StringBuilder().AppendLine(variant.Short).AppendLine(variant.Detail);
        foreach (var source in answer.Sources)
        {
            said.AppendLine(source is AnswerSource.OrderPoint point ? point.Quote : ((AnswerSource.Publication)source).About);
        }

        said.AppendLine(answer.Unsettled?.What).AppendLine(answer.Unsettled?.Who);
        foreach (var note in answer.Notes)
        {
            said.AppendLine(note.Text);
        }

        return said.ToString();
    }

    private AnswerVariant ReadVariant(DataNode node)
    {
        var roles = Texts(node["roles"], "роль");
        if (roles.Except(Asker.Roles).FirstOrDefault() is { } unknown)
        {
            node["roles"].Complain($"Нет роли «{unknown}». Есть: {string.Join(", ", Asker.Roles)}.");
        }

        var variant = new AnswerVariant(roles, Texts(node["org_types"], "тип учреждения"), node["short"].Text("short — короткий ответ").Trim(), node["detail"].TextOrNull()?.Trim() ?? "");
        node.ComplainOfUnread();
        return variant;
    }

    private AnswerSource? ReadSource(DataNode node)
    {
        if (node["about"].Exists)
        {
            var publication = new AnswerSource.Publication(node["about"].Text("about — источник"), node["link"].TextOrNull() ?? "");
            node.ComplainOfUnread();
            return publication;
        }

        var id = node["point"].Text("point — пункт приказа, или about — источник");
        var quote = OneLine(node["quote"].Text("quote — слова приказа"));
        node.ComplainOfUnread();
        if (!points.TryGetValue(id, out var point))
        {
            node["point"].Complain($"В приказе нет пункта «{id}». Есть: {string.Join(", ", points.Keys.Order(StringComparer.Ordinal))}.");
            return null;
        }

        if (!OneLine(point.Text).Contains(quote, StringComparison.Ordinal))
        {
            node["quote"].Complain($"Таких слов в приказе нет: «{quote}». Цитата приводится дословно.");
        }

        return new AnswerSource.OrderPoint(point.Order, point.Label, quote);
    }

    private static UnsettledPoint ReadUnsettled(DataNode node)
    {
        if (node["who"].TextOrNull() is { } who && !who.TrimEnd().EndsWith('.'))
        {
            node["who"].Complain("Это отдельное предложение. Напишите, например: «Решает Управление образования.»");
        }

        var point = new UnsettledPoint(node["what"].Text("what — что не решено").Trim(), node["who"].TextOrNull()?.Trim() ?? "");
        node.ComplainOfUnread();
        return point;
    }

    private static DatedNote ReadNote(DataNode node)
    {
        var since = node["since"].Text("since — с какого месяца, например 2025-06");
        if (!DateOnly.TryParseExact(since, ["yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            node["since"].Complain($"«{since}» — не месяц и не день. Напишите так: 2025-06.");
        }

        var note = new DatedNote(day, node["text"].Text("text — что изменилось").Trim());
        node.ComplainOfUnread();
        return note;
    }

    private static NextStep ReadNext(DataNode node)
    {
        var topic = node["topic"].TextOrNull() ?? "";
        var deed = node["do"].TextOrNull() ?? "";
        if (topic.Length == 0 == (deed.Length == 0))
        {
            node.Complain("Кнопка или ведёт к теме (topic), или что-то делает (do). Укажите одно из двух.");
        }

        if (deed.Length > 0 && !Deeds.Contains(deed))
        {
            node["do"].Complain($"Нет действия «{deed}». Есть: {string.Join(", ", Deeds)}.");
        }

        var next = new NextStep(Label(node["label"]), topic, deed);
        node.ComplainOfUnread();
        return next;
    }

    private static RequiredFact ReadFact(DataNode node)
    {
        var fact = new RequiredFact(node["fact"].Text("fact — что сказать обязательно"), Texts(node["words"], "слова, которыми это сказано"));
        node.ComplainOfUnread();
        return fact;
    }

    private static Phrase ReadPhrase(DataNode node)
    {
        if (node.IsText)
        {
            return new Phrase(node.Text("вопрос"), "", "");
        }

        var phrase = new Phrase(node["text"].Text("text — вопрос"), OneOf(node["role"], Asker.Roles, ""), node["org_type"].TextOrNull() ?? "");
        node.ComplainOfUnread();
        return phrase;
    }

    private static SmallTalk ReadTalk(DataNode node)
    {
        var talk = new SmallTalk(node["id"].Text("id"), Texts(node["says"], "ответ"), Texts(node["asked"], "что пишут"));
        if (talk.Says.IsEmpty)
        {
            node.Complain("Не указано, что отвечать. Добавьте says.");
        }

        node.ComplainOfUnread("title");
        return talk;
    }

    private static ImmutableArray<string> ReadNotOurs(DataNode node)
    {
        var asked = Texts(node["asked"], "вопрос");
        node.ComplainOfUnread("group");
        return asked;
    }

    private static double Share(DataNode node)
    {
        if (double.TryParse(node.TextOrNull(), NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
        {
            return share;
        }

        node.Complain("Здесь ожидается число от 0 до 1.");
        return 1;
    }

    private static string OneOf(DataNode node, IReadOnlyCollection<string> known, string otherwise)
    {
        var text = node.TextOrNull() ?? otherwise;
        if (text != otherwise && !known.Contains(text))
        {
            node.Complain($"Здесь ожидается одно из: {string.Join(", ", known)}.");
        }

        return text;
    }

    private static string Label(DataNode node)
    {
        var label = node.Text("надпись на кнопке");
        if (label.Length > LongestLabel)
        {
            node.Complain($"Надпись длиннее {LongestLabel} знаков ({label.Length}). Сократите её.");
        }

        return label;
    }

    private static ImmutableArray<string> Texts(DataNode node, string what) => node.Exists ? [.. node.Items().Select(item => item.Text(what).Trim())] : [];

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A point of an order as answers quote it.</summary>
/// <param name="Label">The point as people write it, <c>1.2а</c>.</param>
/// <param name="Text">The order's own words.</param>
public sealed record OrderPointText(string Order, string Label, string Text);
