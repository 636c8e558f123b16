using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>The way from the chat into the web panel, and out of it.</summary>
public sealed class PanelEffects(PanelAccessStore access, SubstituteStore substitutes, NoticeWriter notices, IOptions<PanelOptions> panel)
{
    /// <summary>The path at which a link signs in.</summary>
    public const string EnterPath = "/panel/enter/";

    internal async Task<IEnumerable<NewOutgoing>> OpenAsync(DataConnection db, long personId, Effect.OpenPanel open, CancellationToken cancellationToken)
    {
        if ((await substitutes.RolesOfAsync(db, personId, cancellationToken)).Count == 0)
        {
            throw new RefusedEffectException(open, WriteResult.NotAllowed);
        }

        var address = panel.Value.PublicUrl ?? throw new RefusedEffectException(open, WriteResult.NotFound);
        var link = new Uri(address, EnterPath + await access.IssueLinkAsync(db, personId, cancellationToken));
        var told = await notices.WriteAsync(
            db, new FactsQuery(personId), SendPurpose.Reply, "panel_link", Args(("link", link.AbsoluteUri)), cancellationToken);
        return told.Select(message => message.Content is Outgoing.Text text ? message with { Content = text with { IsSecret = true } } : message);
    }

    internal Task CloseAsync(DataConnection db, long personId, CancellationToken cancellationToken) => access.CloseAsync(db, personId, cancellationToken);
}
