using System.Collections.Immutable;

namespace Sferum.Bot.Answers.Search;

/// <summary>A phrase and what is meant by it.</summary>
/// <param name="Class">Index in <see cref="TrainingSet.Classes"/>.</param>
/// <param name="Roles">Who may say it; empty: anybody.</param>
/// <param name="OrgTypes">From where; empty: from anywhere.</param>
internal readonly record struct TrainingPhrase(string Text, int Class, ImmutableArray<string> Roles, ImmutableArray<string> OrgTypes);

/// <summary>The phrases of a sheet, told apart by what the bot does with them: topics, kinds of small talk, and what is not ours.</summary>
internal sealed class TrainingSet
{
    /// <summary>As the order spells them; the last is none that is known.</summary>
    public static readonly ImmutableArray<string> OrgTypes = ["МОУ", "МДОУ", "УДО", ""];

    /// <summary>Directors ask most, so they stand twice.</summary>
    private static readonly ImmutableArray<string> AllRoles = ["director", "teacher", Asker.UnknownRole, "director", "specialist"];

    public TrainingSet(AnswerSheet sheet)
    {
        var classes = ImmutableArray.CreateBuilder<TopicClass>();
        var phrases = ImmutableArray.CreateBuilder<TrainingPhrase>();
        foreach (var answer in sheet.Answers)
        {
            var roles = answer.Audience == Answer.AnyAudience ? [] : ImmutableArray.Create(answer.Audience, answer.Audience, answer.Audience, Asker.UnknownRole);
            phrases.AddRange(answer.Asked.Select(phrase => new TrainingPhrase(
                phrase.Text,
                classes.Count,
                phrase.Role.Length > 0 ? [phrase.Role] : roles,
                phrase.OrgType.Length > 0 ? [phrase.OrgType] : answer.OrgTypes)));
            classes.Add(new TopicClass.Topic(answer));
        }

        foreach (var talk in sheet.SmallTalk)
        {
            phrases.AddRange(talk.Asked.Select(text => new TrainingPhrase(text, classes.Count, [], [])));
            classes.Add(new TopicClass.Talk(talk));
        }

        phrases.AddRange(sheet.NotOurs.Select(text => new TrainingPhrase(text, classes.Count, [], [])));
        classes.Add(new TopicClass.NotOurs());
        Classes = classes.ToImmutable();
        Phrases = phrases.ToImmutable();
        SynonymGroups = sheet.Synonyms;
        Synonyms = new Synonyms(SynonymGroups.Select(group => (IReadOnlyList<string>)group));
    }

    private TrainingSet(TrainingSet whole, ImmutableArray<TrainingPhrase> phrases)
    {
        Classes = whole.Classes;
        SynonymGroups = whole.SynonymGroups;
        Synonyms = whole.Synonyms;
        Phrases = phrases;
    }

    public ImmutableArray<TopicClass> Classes { get; }

    public ImmutableArray<TrainingPhrase> Phrases { get; }

    public ImmutableArray<ImmutableArray<string>> SynonymGroups { get; }

    public Synonyms Synonyms { get; }

    public TrainingSet With(IEnumerable<TrainingPhrase> phrases) => new(this, [.. phrases]);

    /// <summary>
    /// Who might be saying a phrase. The phrases themselves know of nobody; by being seen in each round from another one of
    /// those who ask such things, the classifier learns what role and type of institution tell.
    /// </summary>
    public static Asker AskerOf(TrainingPhrase phrase, int number, int round)
    {
        // Primes, so that role and type do not go in step.
        var turn = (number * 7) + (round * 3);
        var roles = phrase.Roles.IsEmpty ? AllRoles : phrase.Roles;
        var types = phrase.OrgTypes.IsEmpty ? OrgTypes : phrase.OrgTypes;
        return new Asker(roles[turn % roles.Length], types[turn / 5 % types.Length]);
    }
}

/// <summary>What a message can turn out to be. A closed list.</summary>
internal abstract record TopicClass
{
    private TopicClass()
    {
    }

    internal sealed record Topic(Answer Answer) : TopicClass;

    internal sealed record Talk(SmallTalk Small) : TopicClass;

    internal sealed record NotOurs : TopicClass;
}
