using System.Collections.Immutable;
using System.Globalization;
using LinqToDB.Data;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Reports;

/// <summary>Institutions to which the bot can't write, and why: they need a telephone.</summary>
public sealed class UnreachedReport(AudienceStore audiences, RosterStore roster)
{
    public async Task<Table> OfAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var all = await audiences.ResolveAsync(db, new Audience.Everybody([]), cancellationToken);
        var reached = all.Where(a => a.Obstacle is null).SelectMany(a => a.Institutions).ToHashSet();
        var institutions = (await roster.AllAsync(db, cancellationToken)).ToDictionary(i => i.Id);
        return new Table(
            "Не достучаться",
            ["Учреждение", "Тип", "Страница ВК", "Почему"],
            [
                .. from addressee in all
                   where addressee.Obstacle is not null
                   from id in addressee.Institutions
                   where !reached.Contains(id) && institutions.ContainsKey(id)
                   select (ImmutableArray<Cell>)
                   [
                       Cell.Of(institutions[id].Name),
                       Cell.Of(institutions[id].Type),
                       Cell.Of(addressee.PersonId is { } person ? string.Create(CultureInfo.InvariantCulture, $"vk.com/id{person}") : null),
                       Cell.Of(WordOf(addressee.Obstacle ?? "")),
                   ],
            ]);
    }

    private static string WordOf(string obstacle) => obstacle switch
    {
        RecipientState.Absent => "никто не вошёл по коду",
        RecipientState.Muted => "просили не писать",
        RecipientState.Forbidden => "сообщения от сообщества не разрешены",
        _ => throw new InvalidOperationException($"unknown obstacle {obstacle}"),
    };
}
