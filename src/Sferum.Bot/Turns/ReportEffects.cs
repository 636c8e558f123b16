using System.Security.Cryptography;
using System.Text;
using LinqToDB.Data;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>Effects on reports, and who hears of them.</summary>
public sealed class ReportEffects(
    PersonStore people, ReportStore reports, PromiseStore promises, CertificateStore certificates, RosterStore roster, OrderBook orders, NoticeWriter notices)
{
    internal Task<IEnumerable<NewOutgoing>> SubmitAsync(DataConnection db, long personId, Effect.SubmitReport submit, CancellationToken cancellationToken) =>
        ReportAsync(db, personId, submit, submit.InstitutionId, submit.Line, new ReportContent.Done(submit.Answers), cancellationToken);

    internal Task<IEnumerable<NewOutgoing>> ReportNotApplicableAsync(
        DataConnection db, long personId, Effect.ReportNotApplicable excuse, CancellationToken cancellationToken) =>
        ReportAsync(db, personId, excuse, excuse.InstitutionId, excuse.Line, new ReportContent.NotApplicable(excuse.Reason), cancellationToken);

    internal async Task PromiseAsync(DataConnection db, long personId, Effect.PromiseReport promise, CancellationToken cancellationToken)
    {
        var (line, _) = await LineOfAsync(db, personId, promise, promise.InstitutionId, promise.Line, cancellationToken);
        RefusedEffectException.ThrowUnlessDone(promise, await promises.PromiseAsync(db, personId, line, promise.Due, cancellationToken));
    }

    internal async Task WithdrawAsync(DataConnection db, long personId, Effect.WithdrawReport withdraw, CancellationToken cancellationToken)
    {
        var (line, _) = await LineOfAsync(db, personId, withdraw, withdraw.InstitutionId, withdraw.Line, cancellationToken);
        RefusedEffectException.ThrowUnlessDone(withdraw, await reports.WithdrawAsync(db, personId, line, withdraw.Number, cancellationToken));
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
    internal async Task<IEnumerable<NewOutgoing>> IssueCertificateAsync(
        DataConnection db, long personId, Effect.IssueCertificate issue, CancellationToken cancellationToken)
    {
        var about = new FactsQuery(personId, InstitutionId: issue.InstitutionId);
        var statement = await notices.WriteAsync(db, about, SendPurpose.Reply, "certificate", Args(), cancellationToken);
        var text = string.Join('\n', statement.Select(m => m.Content).OfType<Outgoing.Text>().Select(t => t.Body));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var (result, number) = await certificates.IssueAsync(db, personId, issue.InstitutionId, hash, cancellationToken);
        RefusedEffectException.ThrowUnlessDone(issue, result);
        return statement.Concat(await notices.WriteAsync(
            db, about, SendPurpose.Reply, "certificate_seal", Args(("number", Text(number)), ("hash", hash)), cancellationToken));
    }

    private async Task<IEnumerable<NewOutgoing>> ReportAsync(
        DataConnection db, long personId, Effect effect, long institutionId, string key, ReportContent content, CancellationToken cancellationToken)
    {
        var (line, orderLine) = await LineOfAsync(db, personId, effect, institutionId, key, cancellationToken);
        var (result, id) = await reports.SubmitAsync(db, personId, line, content, orderLine.Point.Deadline, cancellationToken);
        RefusedEffectException.ThrowUnlessDone(effect, result);
        var report = (await reports.OfInstitutionsAsync(db, [institutionId], cancellationToken)).First(r => r.Id == id);
        var receipt = await notices.WriteAsync(
            db,
            new FactsQuery(personId, InstitutionId: institutionId),
            SendPurpose.Reply,
            "report_received",
            Args(("line", key), ("number", report.Number)),
            cancellationToken);
        if (result == WriteResult.Unchanged)
        {
            // The same report from a second device: its receipt once more, and no second news.
            return receipt;
        }

        var institution = (await roster.LoadAsync(db, [institutionId], cancellationToken))[institutionId];
        var news = await notices.WriteToSpecialistsAsync(
            db,
            "report_arrived",
            Args(
                ("report", Text(id)),
                ("institution", institution.Name),
                ("label", orderLine.Point.Label),
                ("title", orderLine.Point.Title),
                ("kind", report.Kind)),
            cancellationToken);
        return receipt.Concat(news);
    }

    /// <summary>Only what was decided now is told: a colleague's decision of a moment ago must not be announced as hers.</summary>
    private async Task<IEnumerable<NewOutgoing>> TellReporterAsync(
        DataConnection db, Effect effect, (WriteResult Result, Report? Report) review, string notice, CancellationToken cancellationToken)
    {
        if (review is not { Result: WriteResult.Done, Report: { } report })
        {
            throw new RefusedEffectException(effect, review.Result);
        }

        return await notices.WriteAsync(
            db,
            new FactsQuery(report.ReportedBy, InstitutionId: report.Line.InstitutionId),
            SendPurpose.Notice,
            notice,
            Args(("line", new LineKey(report.Line.Order, report.Line.Point).ToString()), ("reason", report.ReturnReason ?? "")),
            cancellationToken);
    }

    /// <summary>The line of this institution, if the person acts for it and the order has such a line for it.</summary>
    private async Task<(ReportLine Line, OrderLine OrderLine)> LineOfAsync(
        DataConnection db, long personId, Effect effect, long institutionId, string key, CancellationToken cancellationToken)
    {
        var person = (await people.LoadAsync(db, [personId], cancellationToken)).GetValueOrDefault(personId);
        if (person?.PostAt(institutionId)?.Institution is not { } institution)
        {
            throw new RefusedEffectException(effect, WriteResult.NotAllowed);
        }

        return LineKey.Parse(key) is { } line && orders.FindLine(line, institution.Type) is { } found
            ? (new ReportLine(institution.Id, line.Order, line.Point), found)
            : throw new RefusedEffectException(effect, WriteResult.NotFound);
    }
}
