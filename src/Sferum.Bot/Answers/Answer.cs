using System.Collections.Immutable;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Answers;

/// <summary>What the bot knows of one topic: one file of <c>dialogs/answers</c>.</summary>
/// <param name="Topic">Stable id; buttons and other programs name the topic by it.</param>
/// <param name="Title">Label of the button that leads here.</param>
/// <param name="Audience"><c>director</c>, <c>teacher</c>, <c>specialist</c> or <c>any</c>: whose question it usually is.</param>
/// <param name="OrgTypes">Types of institutions that it concerns; empty: all.</param>
/// <param name="Variants">The first that fits the person is said; the last fits everybody.</param>
/// <param name="Asked">How people ask for it; the search learns from them.</param>
public sealed record Answer(
    string Topic,
    string Title,
    string Audience,
    ImmutableArray<string> OrgTypes,
    ImmutableArray<AnswerVariant> Variants,
    ImmutableArray<AnswerSource> Sources,
    UnsettledPoint? Unsettled,
    ImmutableArray<DatedNote> Notes,
    ImmutableArray<NextStep> Next,
    ImmutableArray<RequiredFact> MustSay,
    ImmutableArray<Phrase> Asked,
    Place Place)
{
    public const string AnyAudience = "any";

    public AnswerVariant For(Asker asker) => Variants.First(variant => variant.Fits(asker)); // the reader makes the last one fit everybody
}

/// <param name="Roles">Empty: all.</param>
/// <param name="OrgTypes">Empty: all.</param>
public sealed record AnswerVariant(ImmutableArray<string> Roles, ImmutableArray<string> OrgTypes, string Short, string Detail)
{
    public bool Fits(Asker asker) => (Roles.IsEmpty || Roles.Contains(asker.Role)) && (OrgTypes.IsEmpty || OrgTypes.Contains(asker.OrgType));
}

/// <summary>On what an answer rests. A closed list.</summary>
public abstract record AnswerSource
{
    private AnswerSource()
    {
    }

    /// <param name="Label">The point as people write it, <c>1.2а</c>.</param>
    /// <param name="Quote">The order's own words.</param>
    public sealed record OrderPoint(string Order, string Label, string Quote) : AnswerSource;

    /// <param name="Link">Where it can be read; empty when it has no address.</param>
    public sealed record Publication(string About, string Link) : AnswerSource;
}

/// <param name="What">What the order leaves open.</param>
/// <param name="Who">Who decides; empty when nobody is named.</param>
public sealed record UnsettledPoint(string What, string Who);

/// <summary>What has changed since the order, told from <paramref name="Since"/> on.</summary>
public sealed record DatedNote(DateOnly Since, string Text);

/// <summary>A button under an answer: to another topic, or to something that the bot does.</summary>
/// <param name="Topic">Empty when the button does something.</param>
/// <param name="Does"><c>points</c>, <c>verify</c>, <c>human</c> or <c>menu</c>; empty when it leads to a topic.</param>
public sealed record NextStep(string Label, string Topic, string Does);

/// <summary>A fact without which the answer would be wrong, and the words that prove that every variant says it.</summary>
/// <param name="Words">Each must occur; <c>а|б</c> is one of them.</param>
public sealed record RequiredFact(string Fact, ImmutableArray<string> Words);

/// <param name="Role">Only a person of this role means the topic by these words; empty: anybody.</param>
/// <param name="OrgType">Only a person of such an institution does; empty: anybody.</param>
public sealed record Phrase(string Text, string Role, string OrgType);

/// <summary>What is no question and gets a short decent reply all the same: greetings, thanks, insults.</summary>
/// <param name="Says">One is chosen by the words, so that the same words get the same reply.</param>
public sealed record SmallTalk(string Id, ImmutableArray<string> Says, ImmutableArray<string> Asked);
