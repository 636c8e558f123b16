namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>Every place where something from outside is read.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyDictionary<string, Func<FuzzTarget>> All { get; } = new Func<FuzzTarget>[]
    {
        () => new EventTarget(),
        () => new CallbackTarget(),
        () => new PollTarget(),
        () => new ApiTarget(),
        () => new UploadTarget(),
        () => new PayloadTarget(),
        () => new OrderTarget(),
        () => new DialogTarget(),
        () => new AnswerFileTarget(),
        () => new CalendarTarget(),
        () => new WordFileTarget(),
        () => new CsvTarget(),
        () => new XlsxTarget(),
        () => new RecogniserTarget(),
        () => new CommandTarget(),
        () => new QuestionTarget(),
        () => new TalkTarget(),
    }.ToDictionary(make => make().Name, StringComparer.Ordinal);
}
