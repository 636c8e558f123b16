using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs;

/// <summary>
/// What is true outside the conversation at the moment of the event, read before the step. Templates and conditions of
/// the dialog files see these members in snake_case (<c>institution.name</c>, <c>lines</c>).
/// </summary>
public sealed record Facts
{
    public required PersonFacts Person { get; init; }

    /// <summary>
    /// Names of the specialist's facts that were not read, as with <see cref="History"/>: what is in them is empty, and a step
    /// that looks at one ends with <see cref="FactMissingException"/>.
    /// </summary>
    public ImmutableHashSet<string> Unread { get; init; } = [];

    public required OfficeFacts Office { get; init; }

    /// <summary>The institution the person acts for now; null for everybody but heads.</summary>
    public InstitutionFacts? Institution { get; init; }

    /// <summary>All institutions the person acts for.</summary>
    public ImmutableArray<InstitutionFacts> Institutions { get; init; } = [];

    /// <summary>The lines of the orders in force that concern <see cref="Institution"/>, in the order of the order.</summary>
    public ImmutableArray<LineFacts> Lines { get; init; } = [];

    /// <summary>What the claim code of this event is worth; null when the event holds nothing like a code.</summary>
    public CodeFacts? Code { get; init; }

    /// <summary>Specialist only: reports that wait for review, the oldest first, plus the one that the event names.</summary>
    public ImmutableArray<ReviewFacts> Reviews { get; init; } = [];

    /// <summary>Specialist only: questions that wait for a person, the oldest first, like ones as one, plus the one that the event names.</summary>
    public ImmutableArray<QuestionFacts> Questions { get; init; } = [];

    /// <summary>Specialist only: all questions without an answer or with one that did not help, what most people asked first.</summary>
    public ImmutableArray<QuestionFacts> Gaps { get; init; } = [];

    /// <summary>Specialist only: the question that the event names, once it is answered; null while it is not.</summary>
    public RepliedFacts? Replied { get; init; }

    /// <summary>Specialist only: answers that she saved, the last ones.</summary>
    public ImmutableArray<SavedAnswerFacts> SavedAnswers { get; init; } = [];

    /// <summary>A person of the office talks or has talked in this dialog; null when none did.</summary>
    public TalkFacts? Talk { get; init; }

    /// <summary>Specialist only: how far the district is.</summary>
    public DeskFacts? Desk { get; init; }

    /// <summary>Head only: who else may report for <see cref="Institution"/>.</summary>
    public ImmutableArray<DeputyFacts> Deputies { get; init; } = [];

    /// <summary>
    /// What has happened to the line that the event or the conversation names, the oldest first. <c>default</c>: not read;
    /// a step that looks at it all the same ends with <see cref="FactMissingException"/>.
    /// </summary>
    public ImmutableArray<HistoryFacts> History { get; init; } = [];

    /// <summary>Where the person works as a teacher, whatever his role; null when he has not said so.</summary>
    public WorkFacts? Work { get; init; }

    /// <summary>
    /// Institutions of the roster that the event names, by words of their names or by a button's <c>work</c>: the best ones
    /// only, and one more than fits when there are too many. <c>default</c>: not read, as with <see cref="History"/>.
    /// </summary>
    public ImmutableArray<InstitutionFacts> Found { get; init; } = [];

    /// <summary>The group chat that the event names, if this person showed it to the bot.</summary>
    public ChatFacts? Chat { get; init; }

    /// <summary>Specialist only: each line of the orders in force once, whatever type it concerns: what may be asked about.</summary>
    public ImmutableArray<LineFacts> Vocabulary { get; init; } = [];

    /// <summary>
    /// Specialist only: answers to what is asked about the district, each read when a step first looks at it
    /// (<see cref="FactMissingException.About"/>). Dialog files see the one that is asked for as <c>overview</c>.
    /// </summary>
    public ImmutableArray<OverviewFacts> Overviews { get; init; } = [];

    /// <summary>
    /// Specialist only: what would come of texts sent to audiences, each read when a step first looks at it. Dialog files see
    /// the one of the slots <c>audience</c> and <c>text</c> as <c>mailing</c>.
    /// </summary>
    public ImmutableArray<MailingFacts> Mailings { get; init; } = [];

    /// <summary>Specialist only: her last broadcasts, the newest first, and the one that the event names.</summary>
    public ImmutableArray<BroadcastFacts> Broadcasts { get; init; } = [];

    /// <summary>Specialist only: audiences kept under a name.</summary>
    public ImmutableArray<SavedAudienceFacts> SavedAudiences { get; init; } = [];
}

/// <param name="Role"><c>guest</c>, <c>teacher</c>, <c>director</c> or <c>specialist</c>.</param>
/// <param name="FailedClaims">Wrong codes typed within the last hour.</param>
/// <param name="News">A teacher who asked to hear what is new.</param>
/// <param name="Panel">May open the web panel, as specialist or as somebody else of the office.</param>
/// <param name="ConsentVersion">Of the text to which the person agreed (<see cref="ConsentText.Version"/>); empty: to none, or it does not matter here.</param>
/// <param name="InSettings">Specialist, chief or administrator by the settings, or one who runs the community.</param>
public sealed record PersonFacts(long Id, string FirstName, string Role, bool Consented, bool Muted, int FailedClaims, bool News = false, bool Panel = false, string ConsentVersion = "", bool InSettings = false);

/// <param name="Name">What the bot calls the office, e.g. «Управление образования Вымышленского округа».</param>
/// <param name="CommunityName">The VK community in which the bot lives.</param>
/// <param name="OpensAt">When people of the office are there again; null while they are.</param>
/// <param name="Panel">The web panel has an address.</param>
public sealed record OfficeFacts(string Name, string CommunityName, DateTimeOffset? OpensAt = null, bool Panel = false);

/// <param name="Until">Until then the bot is silent; templates see it only while it is.</param>
public sealed record TalkFacts(DateTimeOffset Until);

/// <param name="Type">МОУ, МДОУ or УДО as the order spells it.</param>
/// <param name="Role">What the person is there: <c>head</c> or <c>deputy</c>.</param>
/// <param name="Until">The last day on which the person acts for it; null for a head.</param>
/// <param name="Since">The first day of it; null for a head.</param>
/// <param name="Confirmed">Its teachers who said that their role in Sferum is confirmed.</param>
/// <param name="Teachers">How many teachers it has, as its head says; null while he has not.</param>
public sealed record InstitutionFacts(
    long Id, string Name, string Type, string Role, DateOnly? Until, DateOnly? Since = null, int Confirmed = 0, int? Teachers = null);

/// <param name="ConfirmedAt">When the teacher said that his role is confirmed; null while he has not.</param>
public sealed record WorkFacts(InstitutionFacts Institution, DateTimeOffset? ConfirmedAt);

/// <summary>One point of one order for one institution.</summary>
/// <param name="Key">Order and point, <c>223-09/1.1.a</c>: what buttons and slots name.</param>
/// <param name="Point">The point's id, <c>1.1.a</c>.</param>
/// <param name="Label">The point as people write it, <c>1.1а</c>.</param>
/// <param name="Title">A few words: «Приказ об администраторе».</param>
/// <param name="Quote">The order's own words.</param>
/// <param name="Mandatory">False for «по усмотрению».</param>
/// <param name="Status"><c>open</c>, <c>reported</c> (waits for review), <c>accepted</c> or <c>returned</c>.</param>
/// <param name="Unsettled">What the order leaves open here and who decides; null when it is clear.</param>
/// <param name="Mentions">Words by which people name the point without its number, as the order's file lists them.</param>
/// <param name="Promise">When the institution means to have done it; null when it has not said so or has reported since.</param>
/// <param name="Excused">The specialist has excused the institution from it; then it is not mandatory.</param>
/// <param name="Extended">The specialist has given the institution another deadline.</param>
/// <param name="Held">It is to be reported, and the specialist wants nobody to be reminded of it today.</param>
public sealed record LineFacts(
    string Key,
    string Order,
    string Point,
    string Label,
    string Title,
    string Quote,
    bool Mandatory,
    string Status,
    DateOnly? Deadline,
    string? Unsettled,
    ImmutableArray<FieldFacts> Fields,
    ImmutableArray<string> Mentions,
    PromiseFacts? Promise,
    ReportFacts? Report,
    bool Excused = false,
    bool Extended = false,
    bool Held = false);

/// <param name="Due">The day by which it will be done, in the institution's own words.</param>
public sealed record PromiseFacts(DateOnly Due, DateTimeOffset MadeAt);

/// <summary>One thing asked as evidence.</summary>
/// <param name="Input">Name of the recogniser that reads the answer: <c>document</c>, <c>date</c>, <c>files</c> …</param>
/// <param name="Ask">The bot's question.</param>
/// <param name="Label">The field's name in a summary.</param>
/// <param name="Avoid">What should not be sent; null when there is no such danger.</param>
public sealed record FieldFacts(string Name, string Input, string Ask, string Label, bool Required, string? Avoid);

/// <summary>What was last reported for a line.</summary>
/// <param name="Number">The number on the receipt.</param>
/// <param name="Kind"><c>done</c>; <c>not_applicable</c>: the institution says that the point does not concern it; <c>by_phone</c>: the specialist has written down what she was told.</param>
/// <param name="ReviewedAt">When the specialist decided; null while it waits.</param>
/// <param name="ReturnReason">Why the specialist returned it; null unless returned.</param>
/// <param name="NotApplicableReason">Why the point does not concern the institution; null for what was done.</param>
/// <param name="Answers">As in <see cref="Effect.SubmitReport"/>.</param>
public sealed record ReportFacts(
    long Id,
    string Number,
    string Kind,
    DateTimeOffset ReportedAt,
    bool Late,
    DateTimeOffset? ReviewedAt,
    string? ReturnReason,
    string? NotApplicableReason,
    ImmutableSortedDictionary<string, string> Answers)
{
    /// <summary>Who said by telephone that it is done, when and what; null for what the institution reported itself.</summary>
    public ToldFacts? Told { get; init; }
}

/// <param name="By">His post.</param>
public sealed record ToldFacts(string By, DateOnly Day, string Note);

/// <param name="Verdict"><c>valid</c>, <c>unknown</c>, <c>used</c>, <c>expired</c> or <c>blocked</c> (too many attempts).</param>
/// <param name="Institution">Whose code it is and as what (its <c>role</c>) one is let in by it; null unless valid.</param>
public sealed record CodeFacts(string Code, string Verdict, InstitutionFacts? Institution);

/// <param name="Id">Of the membership, for the button that ends it.</param>
/// <param name="Page">VK page: names on VK prove nothing.</param>
/// <param name="Until">The last day.</param>
public sealed record DeputyFacts(long Id, string Page, DateOnly Since, DateOnly? Until);

/// <param name="Action"><c>reported</c>, <c>withdrawn</c>, <c>accepted</c>, <c>returned</c>, <c>promised</c>, <c>extended</c> … as the journal names it.</param>
/// <param name="Who"><c>you</c>, <c>colleague</c> (another one of the institution) or <c>specialist</c>.</param>
/// <param name="Detail">The reason of a return, the day of a promise; empty when there is none.</param>
public sealed record HistoryFacts(DateTimeOffset At, string Action, string Number, string Who, string Detail);

/// <param name="Peer">The community's own number of the chat.</param>
/// <param name="State"><c>invited</c> (not looked at yet), <c>no_rights</c>, <c>seen</c> or <c>gone</c>.</param>
/// <param name="People">Members who are people.</param>
/// <param name="Line">Key of the line for which it was already reported, with the institution before it when that is another one; null when free.</param>
public sealed record ChatFacts(long Peer, string State, string Title, int People, DateTimeOffset? SeenAt, string? Line);

/// <param name="Reasons">Ready words for returning it.</param>
public sealed record ReviewFacts(
    LineFacts Line, ReportFacts Report, InstitutionFacts Institution, string ReportedBy, ImmutableArray<string> Attachments, ImmutableArray<ReasonFacts> Reasons);

/// <param name="Id">For the button.</param>
public sealed record ReasonFacts(string Id, string Text);

/// <summary>A question and what was grouped with it.</summary>
/// <param name="Id">Of the group.</param>
/// <param name="From">Institution or page of who asked it first.</param>
/// <param name="People">How many people asked.</param>
/// <param name="Page">VK page of who asked first.</param>
/// <param name="Role"><c>director</c>, <c>teacher</c>, <c>specialist</c> or <c>guest</c>.</param>
/// <param name="OrgType">Type of the institution; null when none is known.</param>
/// <param name="Line">Label and title of the line that was in hand; null when none was.</param>
/// <param name="Said">What the bot had answered; null when nothing.</param>
/// <param name="Outcome"><c>asked</c> (handed over), <c>unanswered</c> or <c>bad</c>.</param>
/// <param name="Wordings">In which words it was asked, each once.</param>
public sealed record QuestionFacts(
    long Id,
    string From,
    string Text,
    DateTimeOffset AskedAt,
    int People = 1,
    string Page = "",
    string Role = "guest",
    string? OrgType = null,
    string? Line = null,
    string? Said = null,
    string Outcome = "asked",
    ImmutableArray<string> Wordings = default)
{
    public ImmutableArray<string> Wordings { get; init; } = Wordings.IsDefault ? [] : Wordings;
}

/// <param name="Text">The answer.</param>
/// <param name="Questions">Those of the questions that may be kept as examples.</param>
/// <param name="Saved">Whether the bot gives it itself already.</param>
public sealed record RepliedFacts(long Id, string Text, int People, ImmutableArray<string> Questions, bool Saved);

public sealed record SavedAnswerFacts(long Id, string Text, ImmutableArray<string> Questions, DateTimeOffset SavedAt);

/// <param name="Institutions">Institutions in the roster.</param>
/// <param name="Joined">Of them, with a head who has claimed his code.</param>
/// <param name="Complete">Of them, with every mandatory line accepted.</param>
/// <param name="Waiting">Reports that wait for review.</param>
/// <param name="Promised">Lines not reported for which an institution has named a day of its own.</param>
/// <param name="Confirmed">Teachers who said that their role in Sferum is confirmed.</param>
/// <param name="ConfirmedOfCounted">Of them, in institutions whose number of teachers is known.</param>
/// <param name="Teachers">Teachers in institutions whose number is known.</param>
public sealed record DeskFacts(
    int Institutions, int Joined, int Complete, int Waiting, int Promised, int Confirmed = 0, int ConfirmedOfCounted = 0, int Teachers = 0);
