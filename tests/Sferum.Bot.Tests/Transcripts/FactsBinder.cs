using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Fluid;
using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Transcripts;

/// <summary>Makes facts out of a tree of texts: members in snake_case, what is left out is empty, unknown names throw.</summary>
internal static class FactsBinder
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static Facts Bind(JsonObject tree)
    {
        var members = typeof(Facts).GetProperties().ToDictionary(p => MemberNameStrategies.SnakeCase(p));
        RefuseUnknown(tree, members.Keys, "facts");
        T Member<T>(string name) => (T)Value(typeof(T), tree[name], nullable: Nullability.Create(members[name]).WriteState == NullabilityState.Nullable, name)!;
        return new Facts
        {
            Person = Member<PersonFacts>("person"),
            Office = Member<OfficeFacts>("office"),
            Institution = Member<InstitutionFacts?>("institution"),
            Institutions = Member<ImmutableArray<InstitutionFacts>>("institutions"),
            Lines = Member<ImmutableArray<LineFacts>>("lines"),
            Code = Member<CodeFacts?>("code"),
            Reviews = Member<ImmutableArray<ReviewFacts>>("reviews"),
            Questions = Member<ImmutableArray<QuestionFacts>>("questions"),
            Gaps = Member<ImmutableArray<QuestionFacts>>("gaps"),
            Replied = Member<RepliedFacts?>("replied"),
            SavedAnswers = Member<ImmutableArray<SavedAnswerFacts>>("saved_answers"),
            Talk = Member<TalkFacts?>("talk"),
            Desk = Member<DeskFacts?>("desk"),
            Deputies = Member<ImmutableArray<DeputyFacts>>("deputies"),
            History = Member<ImmutableArray<HistoryFacts>>("history"),
            Chat = Member<ChatFacts?>("chat"),
            Work = Member<WorkFacts?>("work"),
            Found = Member<ImmutableArray<InstitutionFacts>>("found"),
            Vocabulary = Member<ImmutableArray<LineFacts>>("vocabulary"),
            Overviews = Member<ImmutableArray<OverviewFacts>>("overviews"),
            Mailings = Member<ImmutableArray<MailingFacts>>("mailings"),
            Broadcasts = Member<ImmutableArray<BroadcastFacts>>("broadcasts"),
            SavedAudiences = Member<ImmutableArray<SavedAudienceFacts>>("saved_audiences"),
        };
    }

    private static object? Value(Type type, JsonNode? node, bool nullable, string path)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return node is null ? null : Value(underlying, node, nullable: false, path);
        }

        if (node is null && nullable)
        {
            return null;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return Array(type.GetGenericArguments()[0], node as JsonArray ?? [], path);
        }

        if (type == typeof(ImmutableSortedDictionary<string, string>))
        {
            return Flat(node as JsonObject ?? [], "").ToImmutableSortedDictionary(StringComparer.Ordinal);
        }

        return type.Assembly == typeof(Facts).Assembly
            ? Record(type, node as JsonObject ?? [], path)
            : Scalar(type, node?.GetValue<string>(), path);
    }

    private static object Array(Type item, JsonArray nodes, string path)
    {
        var items = System.Array.CreateInstance(item, nodes.Count);
        for (var i = 0; i < nodes.Count; i++)
        {
            items.SetValue(Value(item, nodes[i], nullable: false, $"{path}[{i}]"), i);
        }

        return typeof(ImmutableArray).GetMethods()
            .Single(m => m.Name == nameof(ImmutableArray.Create) && m.GetParameters() is [{ ParameterType.IsSZArray: true }])
            .MakeGenericMethod(item)
            .Invoke(null, [items]) ?? throw new InvalidOperationException(path);
    }

    private static object Record(Type type, JsonObject tree, string path)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var parameters = constructor.GetParameters();
        RefuseUnknown(tree, parameters.Select(Name), path);
        return constructor.Invoke([.. parameters.Select(p => Value(
            p.ParameterType,
            tree[Name(p)],
            nullable: Nullability.Create(p).WriteState == NullabilityState.Nullable,
            $"{path}.{Name(p)}"))]);
    }

    private static string Name(ParameterInfo parameter) =>
        MemberNameStrategies.SnakeCase(parameter.Member.DeclaringType?.GetProperty(parameter.Name ?? "") ?? throw new InvalidOperationException(parameter.Name));

    private static object Scalar(Type type, string? text, string path)
    {
        try
        {
            return type switch
            {
                _ when type == typeof(string) => text ?? "",
                _ when type == typeof(bool) => text is not null && bool.Parse(text),
                _ when type == typeof(DateOnly) => DateOnly.Parse(text ?? "0001-01-01", CultureInfo.InvariantCulture),
                _ when type == typeof(DateTimeOffset) => text is null ? default : OfficeClock.Parse(text),
                _ => Convert.ChangeType(text ?? "0", type, CultureInfo.InvariantCulture),
            };
        }
        catch (FormatException)
        {
            throw new FormatException($"{path}: «{text}» is no {type.Name}");
        }
    }

    /// <summary>Nested maps become dotted names: <c>answers: { document: { number: 1 } }</c> → <c>document.number</c>.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Flat(JsonObject tree, string prefix) => tree.SelectMany(m => m.Value switch
    {
        JsonObject nested => Flat(nested, $"{prefix}{m.Key}."),
        { } leaf => [KeyValuePair.Create(prefix + m.Key, leaf.GetValue<string>())],
        null => [],
    });

    private static void RefuseUnknown(JsonObject tree, IEnumerable<string> known, string path)
    {
        if (tree.Select(m => m.Key).Except(known).ToList() is [var unknown, ..])
        {
            throw new FormatException($"{path}: no member «{unknown}»; there are {string.Join(", ", known)}");
        }
    }
}
