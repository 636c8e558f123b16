using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs;

/// <summary>What would come of a text sent to an audience now.</summary>
/// <param name="About">Audience and text, as the step asked for them (<see cref="Of"/>).</param>
/// <param name="To">The audience.</param>
/// <param name="Audience">The same as a slot keeps it, names replaced by institutions; empty when nobody is meant.</param>
/// <param name="People">How many can be written to.</param>
/// <param name="Later">Of them, those who had a message today that they did not ask for: theirs would come on another day.</param>
/// <param name="Settled">So many more could be written to and have nothing left of what the text speaks of: they are left out.</param>
/// <param name="Names">Institutions, or pages of teachers, of the first that can be written to.</param>
/// <param name="Unreached">Who can't be written to and why, the first ones.</param>
/// <param name="UnreachedCount">How many these are.</param>
/// <param name="Missing">Names that no institution of the roster has.</param>
/// <param name="Unclear">Names that several have.</param>
/// <param name="SampleTo">The first recipient.</param>
/// <param name="Sample">The text as he would get it.</param>
/// <param name="Unknown">What stands in braces and is no variable here.</param>
/// <param name="RepeatedAt">When the same text was meant for the same audience within the last hour; else null.</param>
/// <param name="OpensAt">When messages that nobody asked for may go out again; null while they may.</param>
public sealed record MailingFacts(
    string About,
    AudienceFacts To,
    string Audience,
    int People,
    int Later,
    int Settled,
    ImmutableArray<string> Names,
    ImmutableArray<UnreachedFacts> Unreached,
    int UnreachedCount,
    ImmutableArray<string> Missing,
    ImmutableArray<string> Unclear,
    string SampleTo,
    string Sample,
    ImmutableArray<string> Unknown,
    DateTimeOffset? RepeatedAt,
    DateTimeOffset? OpensAt)
{
    private const char Between = '\n';

    /// <summary>For how many institutions those act who can be written to.</summary>
    public int Institutions { get; init; }

    /// <summary>How a step asks for them.</summary>
    public static string Of(string audience, string text) => $"{audience.ReplaceLineEndings(", ")}{Between}{text}";

    /// <summary>The reverse of <see cref="Of"/>.</summary>
    public static (string Audience, string Text) Parts(string about) => about.IndexOf(Between, StringComparison.Ordinal) is >= 0 and var end ? (about[..end], about[(end + 1)..]) : (about, "");
}

/// <summary>To whom a broadcast goes.</summary>
/// <param name="Kind"><c>everybody</c>, <c>asked</c> (a state of institutions), <c>changes</c>, <c>picked</c>, <c>teachers</c>, <c>unreached</c> or <c>unknown</c>.</param>
/// <param name="Status">As in <see cref="OverviewFacts"/>; empty where none is meant.</param>
/// <param name="Institutions">How many were picked by hand; 0 otherwise.</param>
public sealed record AudienceFacts(string Kind, string Status, ImmutableArray<string> Types, ImmutableArray<string> Points, DateOnly? Since, int Institutions);

/// <param name="Name">Institutions, or the page of a teacher.</param>
/// <param name="Reason"><c>absent</c> (nobody acts for it), <c>muted</c>, <c>forbidden</c>, <c>unreachable</c>, <c>refused</c>, <c>expired</c> or <c>failed</c>.</param>
/// <param name="Code">VK's error code; null when it said none.</param>
public sealed record UnreachedFacts(string Name, string Reason, int? Code);

/// <param name="Draft">Of which draft it was made; a button made before it was sent names it so.</param>
/// <param name="State"><c>planned</c>, <c>running</c>, <c>paused</c>, <c>done</c> or <c>cancelled</c>.</param>
/// <param name="SendAt">When it goes, or went, out: within the hours in which the bot may write of its own accord.</param>
/// <param name="Total">Recipients, those who can't be reached included; 0 before it begins.</param>
/// <param name="Waiting">Not sent yet.</param>
/// <param name="Later">Of them, those who get it on another day.</param>
/// <param name="Retryable">Of the unreached, those whom another attempt may reach.</param>
/// <param name="Settled">Left out, since they have nothing left to do of what it speaks of.</param>
/// <param name="Unreached">Whom it did not reach, the first ones. <c>default</c>: not read, as with <see cref="Facts.History"/>.</param>
public sealed record BroadcastFacts(
    long Id,
    string Draft,
    string Text,
    string Attachments,
    AudienceFacts To,
    string Audience,
    bool Urgent,
    string State,
    DateTimeOffset SendAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    int Total,
    int Waiting,
    int Later,
    int Sent,
    int Read,
    int Answered,
    int UnreachedCount,
    int Retryable,
    int Cancelled,
    int Settled = 0,
    ImmutableArray<UnreachedFacts> Unreached = default);

public sealed record SavedAudienceFacts(long Id, string Name, string Audience);
