using LinqToDB.Data;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Privacy;
using Sferum.Bot.Storage;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>Consent, and what a person may ask of what is held of him.</summary>
public sealed class PrivacyEffects(
    PersonStore people, PersonalDataStore held, ErasureStore erasure, ContentStore contents, DialogCore dialogs, NoticeWriter notices)
{
    internal async Task ConsentAsync(DataConnection db, long personId, Effect.GiveConsent consent, CancellationToken cancellationToken)
    {
        // The words are those of this book; an effect of an older one would have its version.
        var text = dialogs.Consent is { } present && present.Version == consent.TextVersion ? present.Text : null;
        RefusedEffectException.ThrowUnlessDone(consent, await people.ConsentAsync(db, personId, consent.TextVersion, cancellationToken, text));
    }

    /// <summary>A list in a few words, and all of it as a file.</summary>
    internal async Task<IEnumerable<NewOutgoing>> TellAsync(DataConnection db, long personId, CancellationToken cancellationToken)
    {
        var data = await held.OfAsync(db, personId, cancellationToken);
        var told = await notices.WriteAsync(
            db, new FactsQuery(personId), SendPurpose.Reply, "my_data", Args(("held", string.Join(Separator, data.Lines().Select(Plain)))), cancellationToken);
        var stored = await contents.AddMadeAsync(data.ToFile(), cancellationToken);
        var file = new OutgoingFile(stored.Sha256, data.FileName);
        return told.Select((message, at) => at == 0 && message.Content is Outgoing.Text text ? message with { Content = text with { Files = [file] } } : message);
    }

    /// <summary>Deletes the person. The specialist hears of institutions that nobody heads any more.</summary>
    internal async Task<IEnumerable<NewOutgoing>> EraseAsync(DataConnection db, long personId, Effect.EraseMe erase, CancellationToken cancellationToken)
    {
        switch (await erasure.EraseAsync(db, personId, "chat", cancellationToken))
        {
            case Erasure.Done done:
                return done.WithoutHead.Count == 0 ? [] : await notices.WriteToSpecialistsAsync(
                    db,
                    "needs_you",
                    Args(("silent", ""), ("unreachable", ""), ("absent", string.Join(Separator, done.WithoutHead.Select(institution => Plain(institution.Name))))),
                    cancellationToken);
            case Erasure.Nothing:
                return [];
            case Erasure.HeldBySettings:
                throw new RefusedEffectException(erase, WriteResult.NotAllowed);
            case var other:
                throw new InvalidOperationException($"unknown erasure {other.GetType().Name}");
        }
    }
}
