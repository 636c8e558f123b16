using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>All recognisers by the name that dialog files and orders use.</summary>
internal static class InputCatalog
{
    public static ImmutableDictionary<string, IInput> All { get; } = ((IInput[])
    [
        new DocumentInput(),
        new DateInput(),
        new CountInput(),
        new FractionInput(),
        new LinkInput(isList: false),
        new LinkInput(isList: true),
        new ChatInput(),
        new StaffChatInput(),
        new MeetingInput(),
        new PlanInput(),
        new SectionInput(),
        new FilesInput(),
        new PositionInput(),
        new WordsInput(),
        new PointInput(),
        new QuestionInput(),
        new CodeInput(),
        new DueInput(),
        new MomentInput(),
        new PromiseInput(),
        new NotOursInput(),
        new PeriodInput(),
        new DoneInput(),
        new UnreadableInput("voice", AttachmentKind.Voice),
        new UnreadableInput("sticker", AttachmentKind.Sticker),
        new UnreadableInput("empty", null),
    ]).ToImmutableDictionary(i => i.Name, StringComparer.Ordinal);
}
