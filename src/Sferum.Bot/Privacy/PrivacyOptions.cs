using Microsoft.Extensions.Options;

namespace Sferum.Bot.Privacy;

/// <summary>Section <c>Privacy</c>: who answers for the data and how long what people left is kept. Whoever keeps house removes it after that.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>The operator as the law names him, for the printed page; empty: to be filled in by hand.</summary>
    public string Operator { get; set; } = "";

    /// <summary>Files of reports, from the day they came.</summary>
    public TimeSpan EvidenceKept { get; set; } = TimeSpan.FromDays(5 * 365);

    /// <summary>Files that never went into a report, from the day they came.</summary>
    public TimeSpan UnusedFilesKept { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Questions that were answered by a person, from the day they were asked.</summary>
    public TimeSpan AnsweredQuestionsKept { get; set; } = TimeSpan.FromDays(365);

    /// <summary>People without a post who have not written: all that is held of them goes.</summary>
    public TimeSpan SilentPeopleKept { get; set; } = TimeSpan.FromDays(2 * 365);

    /// <summary>Posts of heads and deputies that have ended.</summary>
    public TimeSpan EndedPostsKept { get; set; } = TimeSpan.FromDays(3 * 365);

    /// <summary>Codes that were used, replaced or ran out.</summary>
    public TimeSpan OldCodesKept { get; set; } = TimeSpan.FromDays(365);

    /// <summary>Events that could not be handled.</summary>
    public TimeSpan DeadLettersKept { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Network addresses and names of files to which the journal refers.</summary>
    public TimeSpan JournalDetailsKept { get; set; } = TimeSpan.FromDays(365);

    /// <summary>All periods by the names of their settings.</summary>
    internal IReadOnlyList<(string Name, TimeSpan Period)> Periods() =>
    [
        (nameof(EvidenceKept), EvidenceKept), (nameof(UnusedFilesKept), UnusedFilesKept), (nameof(AnsweredQuestionsKept), AnsweredQuestionsKept),
        (nameof(SilentPeopleKept), SilentPeopleKept), (nameof(EndedPostsKept), EndedPostsKept), (nameof(OldCodesKept), OldCodesKept),
        (nameof(DeadLettersKept), DeadLettersKept), (nameof(JournalDetailsKept), JournalDetailsKept),
    ];
}

internal sealed class PrivacyOptionsCheck : IValidateOptions<PrivacyOptions>
{
    public ValidateOptionsResult Validate(string? name, PrivacyOptions options)
    {
        var faults = options.Periods()
            .Where(setting => setting.Period < TimeSpan.FromDays(1))
            .Select(setting => $"Privacy__{setting.Name}: срок хранения не короче суток. Пример: 365.00:00:00.")
            .ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
