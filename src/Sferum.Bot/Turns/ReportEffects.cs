using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LinqToDB.Data;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>Effects on reports, and who hears of them.</summary>
public sealed class ReportEffects(
    PersonStore people,
    ReportStore reports,
    PromiseStore promises,
    CertificateStore certificates,
    MembershipStore memberships,
    OrderBook orders,
    NoticeWriter notices)
{
    /// <summary>Reports of different people are taken together: what is read and written for one is read and written for all.</summary>
    /// <param name="wanted">Of each person one.</param>
    /// <returns>What is to be said of each report, in their order.</returns>
    /// <exception cref="TurnFailedException">One of them was refused.</exception>
    internal async Task<IReadOnlyList<IReadOnlyList<NewOutgoing>>> SubmitAsync(
        DataConnection db, IReadOnlyList<(Turn Turn, Effect Effect)> wanted, CancellationToken cancellationToken)
    {
        var known = await people.LoadAsync(db, [.. wanted.Select(w => w.Turn.PersonId)], cancellationToken);
        var reported = wanted.Select(w => TurnFailedException.Attribute(w.Turn, () => Reported(known.GetValueOrDefault(w.Turn.PersonId), w.Effect))).ToArray();
        var results = await reports.SubmitAsync(
            db,
            [.. reported.Zip(wanted, (r, w) => new Submission(w.Turn.PersonId, r.Line, r.Content, r.OrderLine.Point.Deadline))],
            cancellationToken);
        var stand = wanted.Zip(results, (w, result) => TurnFailedException.Attribute(w.Turn, () =>
        {
            RefusedEffectException.ThrowUnlessDone(w.Effect, result.Result);
            return result.Report ?? throw new InvalidOperationException("a report that was taken does not stand");
        })).ToArray();
        var receipts = await notices.WriteAsync(
            db,
            SendPurpose.Reply,
            "report_received",
            [
                .. reported.Select((r, i) => (
                    new FactsQuery(wanted[i].Turn.PersonId, InstitutionId: r.Line.InstitutionId),
                    Args(("line", r.Line.Key.ToString()), ("number", stand[i].Number)))),
            ],
            cancellationToken);

        // The same report from a second device: its receipt once more, and no second news.
        var fresh = Enumerable.Range(0, wanted.Count).Where(i => results[i].Result == WriteResult.Done).ToArray();
        var news = await notices.WriteToSpecialistsAsync(
            db,
            "report_arrived",
            [
                .. fresh.Select(i => Args(
                    ("report", Text(stand[i].Id)),
                    ("institution", reported[i].Institution.Name),
                    ("label", reported[i].OrderLine.Point.Label),
                    ("title", reported[i].OrderLine.Point.Title),
                    ("kind", stand[i].Kind))),
            ],
            cancellationToken);
        return [.. receipts.Select((receipt, i) => i == receipts.Count - 1 ? [.. receipt, .. news] : receipt)];
    }

    internal async Task<IEnumerable<NewOutgoing>> PromiseAsync(DataConnection db, long personId, Effect.PromiseReport promise, CancellationToken cancellationToken)
    {
        var person = (await people.LoadAsync(db, [personId], cancellationToken)).GetValueOrDefault(personId);
        var (line, orderLine, institution) = LineOf(person, promise, promise.InstitutionId, promise.Line);
        var result = await promises.PromiseAsync(db, personId, line, promise.Due, promise.Reason, cancellationToken);
        RefusedEffectException.ThrowUnlessDone(promise, result);
        if (result != WriteResult.Done || promise.Reason.Length == 0)
        {
            return [];
        }

        var trip = RoundTrip.On(db);
        var decisions = LineDecisionStore.AskOfInstitutions(trip, trip.Numbers("institutions", [institution.Id]));
        await trip.RunAsync(cancellationToken);
        var standing = decisions.Rows.FirstOrDefault(decision => decision.Line == line)?.Due ?? orderLine.Point.Deadline;
        return await notices.WriteToSpecialistsAsync(
                db,
                "takes_longer",
                Args(
                    ("institution", Text(institution.Id)),
                    ("name", institution.Name),
                    ("line", line.Key.ToString()),
                    ("label", orderLine.Point.Label),
                    ("title", orderLine.Point.Title),
                    ("due", Text(promise.Due)),
                    ("deadline", standing is { } deadline ? Text(deadline) : ""),
                    ("reason", promise.Reason)),
                cancellationToken);
    }

    internal async Task WithdrawAsync(DataConnection db, long personId, Effect.WithdrawReport withdraw, CancellationToken cancellationToken)
    {
        var (line, _) = await LineOfAsync(db, personId, withdraw, withdraw.InstitutionId, withdraw.Line, cancellationToken);
        RefusedEffectException.ThrowUnlessDone(withdraw, await reports.WithdrawAsync(db, personId, line, withdraw.Number, cancellationToken));
    }

    /// <summary>Those who act for the institution hear what was written down in its name.</summary>
    internal async Task<IEnumerable<NewOutgoing>> RecordToldAsync(DataConnection db, long personId, Effect.RecordTold told, CancellationToken cancellationToken)
    {
        if (LineKey.Parse(told.Line) is not { } line)
        {
            throw new RefusedEffectException(told, WriteResult.NotFound);
        }

        var (result, report) = await reports.RecordToldAsync(
            db, personId, new ReportLine(told.InstitutionId, line.Order, line.Point), new ReportContent.Told(told.By, told.Day, told.Note), cancellationToken);
        return report is null
            ? throw new RefusedEffectException(told, result)
            : await notices.WriteToInstitutionAsync(db, told.InstitutionId, "told_by_phone", ArgsOf(report), cancellationToken);
    }

    internal async Task<IEnumerable<NewOutgoing>> AcceptAsync(DataConnection db, long personId, Effect.AcceptReport accept, CancellationToken cancellationToken) =>
        await TellReporterAsync(
            db, accept, await reports.AcceptAsync(db, personId, accept.ReportId, accept.Number, cancellationToken), "report_accepted", cancellationToken);

    internal async Task<IEnumerable<NewOutgoing>> ReturnAsync(DataConnection db, long personId, Effect.ReturnReport giveBack, CancellationToken cancellationToken) =>
        await TellReporterAsync(
            db,
            giveBack,
            await reports.ReturnAsync(db, personId, giveBack.ReportId, giveBack.Number, giveBack.Reason, cancellationToken),
            "report_returned",
            cancellationToken);

    /// <summary>The statement is what the notice says; its hash goes into the journal, so that it can be proved later.</summary>
    internal Task<IEnumerable<NewOutgoing>> IssueCertificateAsync(
        DataConnection db, long personId, Effect.IssueCertificate issue, CancellationToken cancellationToken) => CertifyAsync(db, personId, personId, issue, cancellationToken);

    /// <summary>As the institution would have it itself; who acts for it is the one whose facts it tells.</summary>
    /// <returns>The statement and its seal; null when nobody acts for the institution.</returns>
    internal async Task<string?> CertifyAsync(DataConnection db, long specialistId, long institutionId, CancellationToken cancellationToken) =>
        await memberships.ActingAsync(db, institutionId, cancellationToken) is [var acting, ..]
            ? string.Join("\n\n", TextsOf(await CertifyAsync(db, specialistId, acting, new Effect.IssueCertificate(institutionId), cancellationToken)))
            : null;

    private async Task<IEnumerable<NewOutgoing>> CertifyAsync(DataConnection db, long personId, long acting, Effect.IssueCertificate issue, CancellationToken cancellationToken)
    {
        var about = new FactsQuery(acting, InstitutionId: issue.InstitutionId);
        var statement = await notices.WriteAsync(db, about, SendPurpose.Reply, "certificate", Args(), cancellationToken);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', TextsOf(statement)))));
        var (result, number) = await certificates.IssueAsync(db, personId, issue.InstitutionId, hash, cancellationToken);
        RefusedEffectException.ThrowUnlessDone(issue, result);
        return statement.Concat(await notices.WriteAsync(
            db, about, SendPurpose.Reply, "certificate_seal", Args(("number", Text(number)), ("hash", hash)), cancellationToken));
    }

    private static IEnumerable<string> TextsOf(IEnumerable<NewOutgoing> messages) => messages.Select(m => m.Content).OfType<Outgoing.Text>().Select(t => t.Body);

    private (ReportLine Line, OrderLine OrderLine, Institution Institution, ReportContent Content) Reported(Person? person, Effect effect)
    {
        var (institutionId, key, content) = effect switch
        {
            Effect.SubmitReport submit => (submit.InstitutionId, submit.Line, (ReportContent)new ReportContent.Done(submit.Answers)),
            Effect.ReportNotApplicable excuse => (excuse.InstitutionId, excuse.Line, new ReportContent.NotApplicable(excuse.Reason)),
            _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "no report"),
        };
        var (line, orderLine, institution) = LineOf(person, effect, institutionId, key);
        return (line, orderLine, institution, content);
    }

    /// <summary>Only what was decided now is told: a colleague's decision of a moment ago must not be announced as hers.</summary>
    private async Task<IEnumerable<NewOutgoing>> TellReporterAsync(
        DataConnection db, Effect effect, (WriteResult Result, Report? Report) review, string notice, CancellationToken cancellationToken)
    {
        if (review is not { Result: WriteResult.Done, Report: { } report })
        {
            throw new RefusedEffectException(effect, review.Result);
        }

        // Nor is it news for one who does not act for the institution any more, or had his data deleted: those hear it who do.
        var isForReporter = report.Kind != ReportKind.ByPhone
            && (await people.LoadAsync(db, [report.ReportedBy], cancellationToken)).GetValueOrDefault(report.ReportedBy)?.PostAt(report.Line.InstitutionId) is not null;
        return isForReporter
            ? await notices.WriteAsync(
                db, new FactsQuery(report.ReportedBy, InstitutionId: report.Line.InstitutionId), SendPurpose.Notice, notice, ArgsOf(report), cancellationToken)
            : await notices.WriteToInstitutionAsync(db, report.Line.InstitutionId, notice, ArgsOf(report), cancellationToken);
    }

    private static ImmutableSortedDictionary<string, string> ArgsOf(Report report) => Args(("line", report.Line.Key.ToString()), ("reason", report.ReturnReason ?? ""));

    private async Task<(ReportLine Line, OrderLine OrderLine)> LineOfAsync(
        DataConnection db, long personId, Effect effect, long institutionId, string key, CancellationToken cancellationToken)
    {
        var person = (await people.LoadAsync(db, [personId], cancellationToken)).GetValueOrDefault(personId);
        var (line, orderLine, _) = LineOf(person, effect, institutionId, key);
        return (line, orderLine);
    }

    /// <summary>The line of this institution, if the person acts for it and the order has such a line for it.</summary>
    private (ReportLine Line, OrderLine OrderLine, Institution Institution) LineOf(Person? person, Effect effect, long institutionId, string key)
    {
        if (person?.PostAt(institutionId)?.Institution is not { } institution)
        {
            throw new RefusedEffectException(effect, WriteResult.NotAllowed);
        }

        return LineKey.Parse(key) is { } line && orders.FindLine(line, institution.Type) is { } found
            ? (new ReportLine(institution.Id, line.Order, line.Point), found, institution)
            : throw new RefusedEffectException(effect, WriteResult.NotFound);
    }
}
