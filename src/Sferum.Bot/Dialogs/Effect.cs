using System.Collections.Immutable;

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

    /// <summary>A point is reported as done. <paramref name="Answers"/>: field and part → value (<c>document.date</c> → <c>2024-04-15</c>, <c>files.0</c> → attachment id).</summary>
    public sealed record SubmitReport(string Line, ImmutableSortedDictionary<string, string> Answers) : Effect;

    /// <summary>The director takes back a report that has not been accepted.</summary>
    public sealed record WithdrawReport(string Line) : Effect;

    public sealed record AcceptReport(long ReportId) : Effect;

    public sealed record ReturnReport(long ReportId, string Reason) : Effect;

    /// <summary>A question or message for a person of the office.</summary>
    public sealed record AskSpecialist(string Text) : Effect;

    /// <summary>The specialist's words to the person who asked.</summary>
    public sealed record AnswerQuestion(long QuestionId, string Text) : Effect;

    /// <summary>No more (or again) messages that were not asked for.</summary>
    public sealed record Mute(bool Muted) : Effect;
}
