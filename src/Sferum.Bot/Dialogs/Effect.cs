using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs;

/// <summary>
/// What a step wants done. A closed list: a new kind is added here and in <c>Turns</c>, nowhere else. Whether the
/// person may do it is checked once more where it is carried out, since payloads can be forged.
/// </summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>A message to the person of the conversation.</summary>
    public sealed record Say(string Text, Keyboard? Keyboard) : Effect
    {
        /// <summary>Names of files that go with the text, as they came (<c>photo1_22</c>); at most 10.</summary>
        public ImmutableArray<string> Attachments { get; init; } = [];
    }

    /// <summary>A short notice over the chat, shown only when a callback button was pressed (≤ 90 characters, <c>vk-platform.md</c> §2.2).</summary>
    public sealed record Snack(string Text) : Effect;

    /// <summary>The person agrees to the keeping of data, in the wording of <paramref name="TextVersion"/>.</summary>
    public sealed record GiveConsent(string TextVersion) : Effect;

    /// <summary>The person becomes head of the institution to which the one-time code belongs.</summary>
    public sealed record ClaimInstitution(string Code) : Effect;

    /// <summary>A code was typed that is not valid; counted against guessing.</summary>
    public sealed record CountFailedClaim(string Code) : Effect;

    /// <summary>The person of several institutions acts for this one from now on.</summary>
    public sealed record ChooseInstitution(long InstitutionId) : Effect;

    /// <summary>Remembers that the person is a teacher, so that the menu is his.</summary>
    public sealed record BecomeTeacher : Effect;

    /// <summary>The person works there as a teacher. Another institution takes the place of the one before.</summary>
    public sealed record ChooseWork(long InstitutionId) : Effect;

    /// <summary>The person no longer says where he works.</summary>
    public sealed record ForgetWork : Effect;

    /// <summary>The teacher's role in Sferum is confirmed, or he takes that back. <paramref name="InstitutionId"/>: where he saw himself working.</summary>
    public sealed record ConfirmRole(long InstitutionId, bool Confirmed) : Effect;

    /// <summary>How many teachers the institution has, in the words of its head.</summary>
    public sealed record CountTeachers(long InstitutionId, int Teachers) : Effect;

    /// <summary>
    /// A point is reported as done, for the institution for which it was filled in. <paramref name="Answers"/>: field and
    /// part → value (<c>document.date</c> → <c>2024-04-15</c>, <c>files.0</c> → attachment id).
    /// </summary>
    public sealed record SubmitReport(long InstitutionId, string Line, ImmutableSortedDictionary<string, string> Answers) : Effect;

    /// <summary>The institution says that a point does not concern it, and why; the specialist decides.</summary>
    public sealed record ReportNotApplicable(long InstitutionId, string Line, string Reason) : Effect;

    /// <summary>The specialist writes down what she was told by telephone: by whom, when, and what.</summary>
    public sealed record RecordTold(long InstitutionId, string Line, string By, DateOnly Day, string Note) : Effect;

    /// <summary>A point will be done by this day; the order's deadline stays.</summary>
    public sealed record PromiseReport(long InstitutionId, string Line, DateOnly Due) : Effect
    {
        /// <summary>Why it takes longer; then the specialist hears of it.</summary>
        public string Reason { get; init; } = "";
    }

    /// <summary>The person wants to be reminded on the next working day.</summary>
    public sealed record RemindLater : Effect;

    /// <summary>The specialist gives one institution another deadline for a line.</summary>
    public sealed record ExtendLine(long InstitutionId, string Line, DateOnly Due) : Effect;

    /// <summary>The specialist excuses one institution from a line.</summary>
    public sealed record ExcuseLine(long InstitutionId, string Line) : Effect;

    /// <summary>The specialist takes back what she decided on a line of one institution.</summary>
    public sealed record RestoreLine(long InstitutionId, string Line) : Effect;

    /// <summary>The director takes back a report that has not been accepted. <paramref name="Number"/>: the version he saw.</summary>
    public sealed record WithdrawReport(long InstitutionId, string Line, string Number) : Effect;

    /// <param name="Number">The version she saw: a newer one is not accepted unseen.</param>
    public sealed record AcceptReport(long ReportId, string Number) : Effect;

    /// <inheritdoc cref="AcceptReport"/>
    public sealed record ReturnReport(long ReportId, string Number, string Reason) : Effect;

    /// <summary>A head lets somebody else report for his institution; a one-time code is made and shown to him.</summary>
    public sealed record InviteDeputy(long InstitutionId, DateOnly Since, DateOnly Until) : Effect;

    public sealed record EndDeputy(long InstitutionId, long MembershipId) : Effect;

    /// <summary>A head hands his institution over: a one-time code is made; who enters it becomes head in his place.</summary>
    public sealed record HandOver(long InstitutionId) : Effect;

    /// <summary>A statement of what is reported and accepted, with a hash that the journal confirms.</summary>
    public sealed record IssueCertificate(long InstitutionId) : Effect;

    /// <summary>The bot is to look again at a group chat that this person showed it.</summary>
    public sealed record LookAtChat(long Peer) : Effect;

    /// <summary>The bot is to leave a group chat to which this person invited it.</summary>
    public sealed record LeaveChat(long Peer) : Effect;

    /// <summary>A question or message for a person of the office.</summary>
    public sealed record AskSpecialist(string Text) : Effect
    {
        /// <summary>
        /// What the dialog knows besides: <c>line</c> (key of the line in hand), <c>said</c> (what the bot had answered, in
        /// a few words), <c>alone</c> (<c>true</c>: to be answered for itself, however like other questions it is).
        /// </summary>
        public ImmutableSortedDictionary<string, string> Context { get; init; } = DialogScope.NoValues;
    }

    /// <summary>The bot knew no answer, and nobody was asked: noted for the specialist.</summary>
    public sealed record NoteUnanswered(string Text) : Effect;

    /// <summary>A thumb on the answer that the bot gave to these words.</summary>
    public sealed record RateAnswer(string Text, string Topic, bool Good) : Effect;

    /// <summary>The specialist's words to everybody who asked this or what was grouped with it.</summary>
    public sealed record AnswerQuestion(long QuestionId, string Text) : Effect;

    /// <summary>The question and what was grouped with it needs no answer of the bot any more.</summary>
    public sealed record CloseQuestion(long QuestionId) : Effect;

    /// <summary>The specialist will talk with the one who asked by hand: there the bot is silent for a while.</summary>
    public sealed record OpenTalk(long QuestionId) : Effect;

    /// <summary>In this person's dialog the bot speaks again.</summary>
    public sealed record EndTalk : Effect;

    /// <summary>From now on the bot gives this answer itself to questions like those that it answered.</summary>
    public sealed record SaveAnswer(long QuestionId, string Text) : Effect;

    public sealed record RevokeAnswer(long AnswerId) : Effect;

    /// <summary>Words to many: sent in a minute, or at a time.</summary>
    /// <param name="Draft">Tells drafts apart, so that a second press sends nothing twice.</param>
    /// <param name="Audience">As a slot keeps it.</param>
    /// <param name="Attachments">Names of files, joined by commas.</param>
    /// <param name="At">By the office's clock; null: in a minute.</param>
    public sealed record PlanBroadcast(string Draft, string Audience, string Text, string Attachments, bool Urgent, DateTime? At) : Effect;

    /// <summary>The words of a broadcast to its author alone, as the first recipient would get them.</summary>
    public sealed record TestBroadcast(string Audience, string Text, string Attachments) : Effect;

    /// <summary>A broadcast is stopped for a while, goes on, or ends where it is.</summary>
    public sealed record SteerBroadcast(long BroadcastId, BroadcastStep Step) : Effect;

    /// <summary>Keeps an audience under a name.</summary>
    public sealed record SaveAudience(string Name, string Audience) : Effect;

    public sealed record ForgetAudience(long AudienceId) : Effect;

    /// <summary>A teacher wants to hear what is new, or no more.</summary>
    public sealed record AskForNews(bool Wanted) : Effect;

    /// <summary>The specialist wants the whole answer to a question about the district (as <c>DistrictAsk</c> writes it) as an Excel file.</summary>
    public sealed record SendTable(string Ask) : Effect;

    /// <summary>The specialist wants to know what became of each recipient of a broadcast, as an Excel file.</summary>
    public sealed record SendFates(long BroadcastId) : Effect;

    /// <summary>Somebody of the office wants a one-time link into the web panel.</summary>
    public sealed record OpenPanel : Effect;

    /// <summary>Ends all of the person's sessions in the web panel.</summary>
    public sealed record ClosePanel : Effect;

    /// <summary>The person wants to know what is held of him.</summary>
    public sealed record TellMyData : Effect;

    /// <summary>The person wants what is held of him deleted: the conversation ends with this step and is not kept.</summary>
    public sealed record EraseMe : Effect;

    /// <summary>No more (or again) messages that were not asked for.</summary>
    public sealed record Mute(bool Muted) : Effect;
}

/// <summary>What a specialist may do with a broadcast that was sent off.</summary>
public enum BroadcastStep
{
    Pause,
    Resume,
    Cancel,

    /// <summary>Look up who has read and answered.</summary>
    Refresh,
}
