using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Sferum.Bot.Dialogs.Inputs;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Compiled;

/// <summary>
/// An effect that dialog files may ask for by name. <see cref="Build"/> gives null when an argument is not what it
/// must be (a forged button): then nothing is done.
/// </summary>
internal sealed record EffectKind(string Name, ImmutableArray<string> Args, Func<EffectArgs, Effect?> Build)
{
    /// <summary>While a person of the office talks, rules that do this are the only ones that hear words.</summary>
    public const string EndTalk = "end_talk";

    /// <summary>Arguments that may be left out.</summary>
    public ImmutableArray<string> Optional { get; init; } = [];

    public static FrozenDictionary<string, EffectKind> All { get; } = new EffectKind[]
    {
        new("give_consent", ["text_version"], a => new Effect.GiveConsent(a["text_version"])),
        new("tell_my_data", [], _ => new Effect.TellMyData()),
        new("erase_me", [], _ => new Effect.EraseMe()),
        new("claim_institution", ["code"], a => new Effect.ClaimInstitution(a["code"])),
        new("count_failed_claim", ["code"], a => new Effect.CountFailedClaim(a["code"])),
        new("choose_institution", ["institution"], a => a.Number("institution") is { } id ? new Effect.ChooseInstitution(id) : null),
        new("become_teacher", [], _ => new Effect.BecomeTeacher()),
        new("choose_work", ["work"], a => a.Number("work") is { } id ? new Effect.ChooseWork(id) : null),
        new("forget_work", [], _ => new Effect.ForgetWork()),
        new("confirm_role", ["work", "confirmed"], a => (a.Number("work"), bool.TryParse(a["confirmed"], out var confirmed)) is ({ } id, true) ? new Effect.ConfirmRole(id, confirmed) : null),
        new("count_teachers", ["institution", "teachers"], a => (a.Number("institution"), a.Number("teachers")) is ({ } id, { } number and <= int.MaxValue) ? new Effect.CountTeachers(id, (int)number) : null),
        new("submit_report", ["institution", "line"], a => a.Number("institution") is { } id ? new Effect.SubmitReport(id, a["line"], FieldAnswers.Of(a.Slots)) : null),
        new("record_told", ["institution", "line", "by", "day", "note"], a => (a.Number("institution"), a.Date("day")) is ({ } id, { } day) ? new Effect.RecordTold(id, a["line"], a["by"].Trim(), day, a["note"].Trim()) : null),
        new("report_not_applicable", ["institution", "line", "reason"], a => a.Number("institution") is { } id ? new Effect.ReportNotApplicable(id, a["line"], a["reason"]) : null),
        new("promise_report", ["institution", "line", "due"], a => (a.Number("institution"), a.Date("due")) is ({ } id, { } due) ? new Effect.PromiseReport(id, a["line"], due) { Reason = a["reason"].Trim() } : null) { Optional = ["reason"] },
        new("remind_later", [], _ => new Effect.RemindLater()),
        new("extend_line", ["institution", "line", "due"], a => (a.Number("institution"), a.Date("due")) is ({ } id, { } due) ? new Effect.ExtendLine(id, a["line"], due) : null),
        new("excuse_line", ["institution", "line"], a => a.Number("institution") is { } id ? new Effect.ExcuseLine(id, a["line"]) : null),
        new("restore_line", ["institution", "line"], a => a.Number("institution") is { } id ? new Effect.RestoreLine(id, a["line"]) : null),
        new("withdraw_report", ["institution", "line", "number"], a => a.Number("institution") is { } id ? new Effect.WithdrawReport(id, a["line"], a["number"]) : null),
        new("accept_report", ["report", "number"], a => a.Number("report") is { } id ? new Effect.AcceptReport(id, a["number"]) : null),
        new("return_report", ["report", "number", "reason"], a => a.Number("report") is { } id ? new Effect.ReturnReport(id, a["number"], a["reason"]) : null),
        new("invite_deputy", ["institution", "since", "until"], a => (a.Number("institution"), a.Date("since"), a.Date("until")) is ({ } id, { } since, { } until) ? new Effect.InviteDeputy(id, since, until) : null),
        new("end_deputy", ["institution", "deputy"], a => (a.Number("institution"), a.Number("deputy")) is ({ } id, { } deputy) ? new Effect.EndDeputy(id, deputy) : null),
        new("hand_over", ["institution"], a => a.Number("institution") is { } id ? new Effect.HandOver(id) : null),
        new("issue_certificate", ["institution"], a => a.Number("institution") is { } id ? new Effect.IssueCertificate(id) : null),
        new("look_at_chat", ["chat"], a => a.Number("chat") is { } peer ? new Effect.LookAtChat(peer) : null),
        new("leave_chat", ["chat"], a => a.Number("chat") is { } peer ? new Effect.LeaveChat(peer) : null),
        new("ask_specialist", ["text"], a => new Effect.AskSpecialist(a["text"]) { Context = a.Among("line", "said", "alone") }) { Optional = ["line", "said", "alone"] },
        new("note_unanswered", ["text"], a => new Effect.NoteUnanswered(a["text"])),
        new("rate_answer", ["text", "topic", "good"], a => bool.TryParse(a["good"], out var good) ? new Effect.RateAnswer(a["text"], a["topic"], good) : null),
        new("answer_question", ["question", "text"], a => a.Number("question") is { } id ? new Effect.AnswerQuestion(id, a["text"]) : null),
        new("close_question", ["question"], a => a.Number("question") is { } id ? new Effect.CloseQuestion(id) : null),
        new("open_talk", ["question"], a => a.Number("question") is { } id ? new Effect.OpenTalk(id) : null),
        new(EndTalk, [], _ => new Effect.EndTalk()),
        new("save_answer", ["question", "text"], a => a.Number("question") is { } id ? new Effect.SaveAnswer(id, a["text"]) : null),
        new("revoke_answer", ["answer"], a => a.Number("answer") is { } id ? new Effect.RevokeAnswer(id) : null),
        new("plan_broadcast", ["draft", "audience", "text", "attachments", "urgent", "at"], a => a["draft"].Length > 0 && a["audience"].Length > 0 && a.Moment("at", out var at) ? new Effect.PlanBroadcast(a["draft"], a["audience"], a["text"].Trim(), a["attachments"], a["urgent"] == "true", at) : null),
        new("test_broadcast", ["audience", "text", "attachments"], a => new Effect.TestBroadcast(a["audience"], a["text"].Trim(), a["attachments"])),
        new("steer_broadcast", ["broadcast", "step"], a => (a.Number("broadcast"), Enum.TryParse<BroadcastStep>(a["step"], ignoreCase: true, out var step) && Enum.IsDefined(step)) is ({ } id, true) ? new Effect.SteerBroadcast(id, step) : null),
        new("save_audience", ["name", "audience"], a => a["name"].Trim() is { Length: > 0 } name && a["audience"].Length > 0 ? new Effect.SaveAudience(name, a["audience"]) : null),
        new("forget_audience", ["saved"], a => a.Number("saved") is { } id ? new Effect.ForgetAudience(id) : null),
        new("ask_for_news", ["wanted"], a => bool.TryParse(a["wanted"], out var wanted) ? new Effect.AskForNews(wanted) : null),
        new("send_fates", ["broadcast"], a => a.Number("broadcast") is { } id ? new Effect.SendFates(id) : null),
        new("send_table", ["ask"], a => new Effect.SendTable(a["ask"])),
        new("open_panel", [], _ => new Effect.OpenPanel()),
        new("close_panel", [], _ => new Effect.ClosePanel()),
        new("mute", ["muted"], a => bool.TryParse(a["muted"], out var muted) ? new Effect.Mute(muted) : null),
    }.ToFrozenDictionary(k => k.Name);
}

/// <summary>Rendered arguments of an effect, with the slots at that moment.</summary>
internal sealed record EffectArgs(IReadOnlyDictionary<string, string> Values, ImmutableSortedDictionary<string, string> Slots)
{
    public string this[string name] => Values.GetValueOrDefault(name, "");

    /// <summary>Those of these arguments that are not empty.</summary>
    public ImmutableSortedDictionary<string, string> Among(params ReadOnlySpan<string> names)
    {
        var among = DialogScope.NoValues;
        foreach (var name in names)
        {
            if (this[name].Trim() is { Length: > 0 } value)
            {
                among = among.SetItem(name, value);
            }
        }

        return among;
    }

    public long? Number(string name) =>
        long.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A time of the office's clock as <see cref="MomentInput"/> writes it, or none.</summary>
    /// <returns>False when it is something else.</returns>
    public bool Moment(string name, out DateTime? moment)
    {
        var isMoment = DateTime.TryParseExact(this[name], MomentInput.Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at);
        moment = isMoment ? at : null;
        return isMoment || this[name].Length == 0;
    }

    /// <summary>An ISO date.</summary>
    public DateOnly? Date(string name) =>
        DateOnly.TryParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
