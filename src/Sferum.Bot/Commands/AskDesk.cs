using System.Collections.Immutable;
using Sferum.Bot.Answers;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Commands;

/// <summary>Asks as the dialogs do, without a person.</summary>
internal sealed class AskDesk
{
    private readonly AnswerDesk _answers;
    private readonly DialogCore _core;

    public AskDesk(DataFolder data)
    {
        _answers = new AnswerDesk(data.Answers);
        _core = new DialogCore(data.Dialogs ?? throw new InvalidOperationException("dialogs with faults are not asked"), TimeZoneInfo.Utc, _answers.Answer);
    }

    public AskAnswer Ask(string question, Asker asker)
    {
        var reply = _answers.Book.Ask(question, asker);
        var candidates = reply.Candidates.Select(candidate => new AskCandidate(candidate.Topic, Math.Round(candidate.Score, 4))).ToArray();
        return reply switch
        {
            AnswerReply.Sure sure => new AskAnswer("answer", sure.Answer.Topic, candidates, SayTopic(sure.Answer.Topic, asker), SourceOf(sure.Answer)),
            AnswerReply.Torn => new AskAnswer("clarify", null, candidates, Say("answer_torn", asker, "question", question), null),
            AnswerReply.Talk => new AskAnswer("none", null, candidates, Say("answer_talk", asker, "question", question), null),
            AnswerReply.None => new AskAnswer("none", null, candidates, Say("answer_none", asker, "question", question), null),
            _ => throw new InvalidOperationException($"Unknown reply {reply.GetType().Name}"),
        };
    }

    public string SayTopic(string topic, Asker asker) => Say("answer_sure", asker, "topic", topic);

    private string Say(string notice, Asker asker, string name, string value)
    {
        var facts = new Facts
        {
            Person = new PersonFacts(0, "", asker.Role, true, false, 0),
            Office = new OfficeFacts("", ""),
            Institution = asker.OrgType.Length > 0 ? new InstitutionFacts(0, "", asker.OrgType, "head", null) : null,
        };
        var args = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create(name, value)]);
        return string.Join("\n\n", _core.Notice(notice, facts, args, TimeProvider.System.GetUtcNow()).Select(said => said.Text));
    }

    private static string SourceOf(Answer answer) => string.Join("; ", answer.Sources.Select(source => source switch
    {
        AnswerSource.OrderPoint point => $"приказ № {point.Order}, п. {point.Label}",
        AnswerSource.Publication publication => publication.Link.Length > 0 ? $"{publication.About} ({publication.Link})" : publication.About,
        _ => throw new InvalidOperationException($"Unknown source {source.GetType().Name}"),
    }));
}
