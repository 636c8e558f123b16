using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Sferum.Bot.Dialogs.Inputs;

namespace Sferum.Bot.Dialogs.Compiled;

/// <summary>
/// An effect that dialog files may ask for by name. <see cref="Build"/> gives null when an argument is not what it
/// must be (a forged button): then nothing is done.
/// </summary>
internal sealed record EffectKind(string Name, ImmutableArray<string> Args, Func<EffectArgs, Effect?> Build)
{
    public static FrozenDictionary<string, EffectKind> All { get; } = new EffectKind[]
    {
        new("give_consent", ["text_version"], a => new Effect.GiveConsent(a["text_version"])),
        new("claim_institution", ["code"], a => new Effect.ClaimInstitution(a["code"])),
        new("count_failed_claim", ["code"], a => new Effect.CountFailedClaim(a["code"])),
        new("choose_institution", ["institution"], a => a.Number("institution") is { } id ? new Effect.ChooseInstitution(id) : null),
        new("become_teacher", [], _ => new Effect.BecomeTeacher()),
        new("submit_report", ["line"], a => new Effect.SubmitReport(a["line"], Answers.Of(a.Slots))),
        new("withdraw_report", ["line"], a => new Effect.WithdrawReport(a["line"])),
        new("accept_report", ["report"], a => a.Number("report") is { } id ? new Effect.AcceptReport(id) : null),
        new("return_report", ["report", "reason"], a => a.Number("report") is { } id ? new Effect.ReturnReport(id, a["reason"]) : null),
        new("ask_specialist", ["text"], a => new Effect.AskSpecialist(a["text"])),
        new("answer_question", ["question", "text"], a => a.Number("question") is { } id ? new Effect.AnswerQuestion(id, a["text"]) : null),
        new("mute", ["muted"], a => bool.TryParse(a["muted"], out var muted) ? new Effect.Mute(muted) : null),
    }.ToFrozenDictionary(k => k.Name);
}

/// <summary>Rendered arguments of an effect, with the slots at that moment.</summary>
internal sealed record EffectArgs(IReadOnlyDictionary<string, string> Values, ImmutableSortedDictionary<string, string> Slots)
{
    public string this[string name] => Values.GetValueOrDefault(name, "");

    public long? Number(string name) =>
        long.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
