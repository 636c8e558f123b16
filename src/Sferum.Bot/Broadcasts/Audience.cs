using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sferum.Bot.Orders.Asking;

namespace Sferum.Bot.Broadcasts;

/// <summary>
/// To whom a broadcast goes: a question, not a list, so that it is answered by what is true when the broadcast begins. A
/// closed list; kept as JSON.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "to")]
[JsonDerivedType(typeof(Everybody), "everybody")]
[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(Picked), "picked")]
[JsonDerivedType(typeof(Teachers), "teachers")]
[JsonDerivedType(typeof(Unreached), "unreached")]
public abstract record Audience
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Audience()
    {
    }

    /// <summary>Those who act for institutions of these types; none for all.</summary>
    public sealed record Everybody(ImmutableArray<string> Types) : Audience;

    /// <summary>Those who act for the institutions that answer this question.</summary>
    public sealed record Asked(DistrictQuery Query) : Audience;

    /// <summary>Those who act for these institutions.</summary>
    public sealed record Picked(ImmutableArray<long> Institutions) : Audience;

    /// <summary>Teachers who asked to hear what is new.</summary>
    public sealed record Teachers : Audience;

    /// <summary>Those whom an earlier broadcast should have reached and did not.</summary>
    public sealed record Unreached(long BroadcastId) : Audience;

    /// <summary>Equal texts for equal audiences.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">It was not written by <see cref="ToJson"/>.</exception>
    public static Audience OfJson(string json) => JsonSerializer.Deserialize<Audience>(json, Json) ?? throw new JsonException("an audience is null");
}

/// <summary>One whom a broadcast concerns.</summary>
/// <param name="PersonId">Null: nobody acts for the institution.</param>
/// <param name="Institutions">Those because of which it concerns him; none for teachers.</param>
/// <param name="Obstacle">Why he can't be written to: <see cref="RecipientState.Absent"/>, <see cref="RecipientState.Muted"/> or <see cref="RecipientState.Forbidden"/>; null: he can.</param>
/// <param name="Code">VK's code when it refused before; else null.</param>
public sealed record Addressee(long? PersonId, ImmutableArray<long> Institutions, string? Obstacle, int? Code);

/// <summary>An audience under a name.</summary>
public sealed record SavedAudience(long Id, string Name, string Audience);
