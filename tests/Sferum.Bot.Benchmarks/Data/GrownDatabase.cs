using System.Globalization;
using Npgsql;
using Sferum.Bot.Benchmarks.Load;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Benchmarks.Data;

/// <summary>SQL that makes a PostgreSQL database as large as after years.</summary>
internal static class GrownDatabase
{
    /// <summary>As many more directors as are missing, each like the first, with institution, report and conversation.</summary>
    public static string Conversations(int from, int to) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        insert into institution (name, type, archived, created_at)
        select 'МОУ «Вымышленная СОШ № ' || n || '»', 'МОУ', false, now() from generate_series({from + 1}, {to}) n;

        create temporary table added as
        select {Lap.FirstPeer - 1} + n as peer, i.id as institution
        from generate_series({from + 1}, {to}) n join institution i on i.name = 'МОУ «Вымышленная СОШ № ' || n || '»';

        insert into person (person_id, teacher, consent_version, consent_at, muted, institution_id, met_at)
        select a.peer, p.teacher, p.consent_version, p.consent_at, p.muted, a.institution, p.met_at
        from added a, (select * from person order by person_id limit 1) p;

        insert into membership (person_id, institution_id, role, since)
        select a.peer, a.institution, m.role, m.since from added a, (select * from membership order by id limit 1) m;

        insert into conversation (peer_id, state, slots, version, updated_at)
        select a.peer, c.state, c.slots, c.version, c.updated_at from added a, (select * from conversation order by peer_id limit 1) c;

        insert into peer (peer_id, can_message, since) select a.peer, true, now() from added a;

        insert into report (institution_id, order_number, point, status, revision, answers, late, reported_by, received_at, kind)
        select a.institution, r.order_number, r.point, r.status, r.revision,
            regexp_replace(r.answers, '"acquainted.done":"\d+"', '"acquainted.done":"' || 1 + (a.peer * 31 + {(Lap.All - 2) * 7}) % {Lap.All - 1} || '"'),
            r.late, a.peer, r.received_at, r.kind
        from added a, (select * from report order by id limit 1) r;
        """);

    /// <summary>Events handled and messages sent within the last weeks, which retention still keeps.</summary>
    public static string OldRows(int count) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""
        insert into seen_event (event_id, seen_at, peer_id, conversation_message_id)
        select 'old-' || n, now() - interval '1 day' - interval '1 day' * n / {{{count}}}, {{{Lap.FirstPeer}}} + n % 1000, n
        from generate_series({{{count}}}, 1, -1) n;

        insert into outbox_done (id, peer_id, purpose, content, created_at, attempts, fate, message_id, finished_at)
        select -n, {{{Lap.FirstPeer}}} + n % 1000, 1, '{"kind":"text","Body":"Специалист проверит, я напишу. ' || repeat('Срок прошёл. ', 20) || '","Attachments":[]}',
            t, 1, 1, n, t
        from (select n, now() - interval '1 day' - interval '27 days' * n / {{{count}}} as t from generate_series({{{count}}}, 1, -1) n) old;
        """);

    /// <summary>Events that arrived while nobody handled them: «меню» of each person in turn.</summary>
    public static string Waiting(int count, int persons) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        insert into inbox (event_id, peer_id, person_id, content, received_at, attempts, next_try_at)
        select 'waiting-' || n, {Lap.FirstPeer} + n % {persons}, {Lap.FirstPeer} + n % {persons},
            '{MessagingJson.Write(new Incoming.Message("меню", null, null, [], 1, 1))}', now(), 0, now()
        from generate_series(0, {count - 1}) n;
        """);

    /// <summary>The tables that grow, with their indexes.</summary>
    public static async Task<string> SizesAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand(
            """
            select string_agg(relname || ' ' || pg_size_pretty(pg_total_relation_size(oid)), ', ' order by relname)
            from pg_class where relkind = 'r' and relname in ('conversation', 'inbox', 'outbox', 'outbox_done', 'report', 'seen_event')
            """);
        return $"{await command.ExecuteScalarAsync(cancellationToken)}";
    }
}
