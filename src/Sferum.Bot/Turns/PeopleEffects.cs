using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>Effects on who acts for an institution, and who hears of them.</summary>
public sealed class PeopleEffects(
    ClaimStore claims, MembershipStore memberships, RosterStore roster, NoticeWriter notices, IOptions<OfficeOptions> office)
{
    internal async Task<IEnumerable<NewOutgoing>> ClaimAsync(DataConnection db, long personId, Effect.ClaimInstitution effect, CancellationToken cancellationToken)
    {
        var (result, claim) = await claims.ClaimAsync(db, personId, effect.Code, cancellationToken);
        RefusedEffectException.ThrowUnlessDone(effect, result);
        if (claim is null)
        {
            return [];
        }

        var news = new List<NewOutgoing>();
        var institution = claim.Post.Institution;
        foreach (var before in claim.ReplacedHeads)
        {
            news.AddRange(await notices.WriteAsync(
                db, new FactsQuery(before), SendPurpose.Notice, "head_replaced", Args(("institution", institution.Name)), cancellationToken));
        }

        if (claim.Post.Role == PostRole.Deputy)
        {
            foreach (var head in await memberships.HeadsAsync(db, institution.Id, cancellationToken))
            {
                news.AddRange(await notices.WriteAsync(
                    db,
                    new FactsQuery(head, InstitutionId: institution.Id),
                    SendPurpose.Notice,
                    "deputy_joined",
                    Args(("page", OrderFacts.PageOf(personId))),
                    cancellationToken));
            }
        }

        return news;
    }

    internal Task CountFailedClaimAsync(DataConnection db, long personId, CancellationToken cancellationToken) =>
        claims.CountFailureAsync(db, personId, cancellationToken);

    internal async Task<IEnumerable<NewOutgoing>> InviteDeputyAsync(DataConnection db, long personId, Effect.InviteDeputy invite, CancellationToken cancellationToken)
    {
        var zone = office.Value.GetZone();
        var (result, code) = await claims.InviteDeputyAsync(
            db,
            personId,
            invite.InstitutionId,
            zone.At(invite.Since, TimeOnly.MinValue),
            zone.At(invite.Until.AddDays(1), TimeOnly.MinValue),
            cancellationToken);
        return await CodeAsync(
            db, personId, invite, invite.InstitutionId, result, code, "deputy_code", [("since", Text(invite.Since)), ("until", Text(invite.Until))], cancellationToken);
    }

    internal async Task<IEnumerable<NewOutgoing>> HandOverAsync(DataConnection db, long personId, Effect.HandOver handOver, CancellationToken cancellationToken)
    {
        var (result, code) = await claims.HandOverAsync(db, personId, handOver.InstitutionId, cancellationToken);
        return await CodeAsync(db, personId, handOver, handOver.InstitutionId, result, code, "hand_over_code", [], cancellationToken);
    }

    internal async Task<IEnumerable<NewOutgoing>> EndDeputyAsync(DataConnection db, long personId, Effect.EndDeputy end, CancellationToken cancellationToken)
    {
        var (result, deputy) = await memberships.EndDeputyAsync(db, personId, end.InstitutionId, end.MembershipId, cancellationToken);
        RefusedEffectException.ThrowUnlessDone(end, result);
        if (result != WriteResult.Done)
        {
            return [];
        }

        var institution = (await roster.LoadAsync(db, [end.InstitutionId], cancellationToken))[end.InstitutionId];
        return await notices.WriteAsync(
            db, new FactsQuery(deputy), SendPurpose.Notice, "deputy_ended", Args(("institution", institution.Name)), cancellationToken);
    }

    private async Task<IEnumerable<NewOutgoing>> CodeAsync(
        DataConnection db,
        long personId,
        Effect effect,
        long institutionId,
        WriteResult result,
        IssuedCode? code,
        string notice,
        IEnumerable<(string Name, string Value)> more,
        CancellationToken cancellationToken)
    {
        if (result != WriteResult.Done || code is null)
        {
            throw new RefusedEffectException(effect, result);
        }

        var lastDay = OrderFacts.LastDay(code.ExpiresAt, office.Value.GetZone());
        return await notices.WriteAsync(
            db,
            new FactsQuery(personId, InstitutionId: institutionId),
            SendPurpose.Reply,
            notice,
            Args([("code", ClaimCode.Print(code.Code)), ("expires", Text(lastDay)), .. more]),
            cancellationToken);
    }
}
