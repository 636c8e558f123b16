using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Roster;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Commands;

/// <summary>One run of <c>import</c> over the database: shows the plan, and applies the very same when asked to.</summary>
/// <param name="roster">The file as read; null when only codes are wanted.</param>
/// <param name="community">For links; null when no codes are wanted.</param>
internal sealed class ImportRun(ImportRequest request, RosterFile? roster, CommunityName? community, IServiceProvider services)
{
    /// <summary>The journal's name for what no person of VK did.</summary>
    private const long Actor = 0;

    private readonly Database _database = services.GetRequiredService<Database>();
    private readonly RosterStore _store = services.GetRequiredService<RosterStore>();
    private readonly ClaimStore _claims = services.GetRequiredService<ClaimStore>();
    private readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();
    private readonly TimeZoneInfo _zone = services.GetRequiredService<IOptions<OfficeOptions>>().Value.GetZone();

    /// <returns>False when there are faults, and then nothing has changed.</returns>
    public async Task<bool> RunAsync(Faults faults, CancellationToken cancellationToken)
    {
        var done = request.Apply
            ? await ApplyAsync(faults, cancellationToken)
            : await _database.ReadAsync((db, token) => PlanAsync(db, faults, token), cancellationToken);
        if (done is null)
        {
            return false;
        }

        Print(done);
        return true;
    }

    private async Task<Planned?> PlanAsync(DataConnection db, Faults faults, CancellationToken cancellationToken)
    {
        var known = await _store.KnownAsync(db, cancellationToken);
        var plan = roster is null
            ? RosterPlan.Nothing(known)
            : RosterPlanner.Plan(Path.GetFileName(request.File)!, roster, known, request.ArchiveMissing, faults); // a roster comes of a file
        var targets = request.Codes is null || faults.Count > 0 ? [] : CodeTargets.Choose(plan.Outcome(), request.For, faults);
        return faults.Count == 0 ? new Planned(plan, targets) : null;
    }

    /// <summary>
    /// The sheet is on the disk before the transaction ends, under another name: codes whose sheet could not be written
    /// are never issued, and a sheet whose codes are not issued never gets its name.
    /// </summary>
    private async Task<Planned?> ApplyAsync(Faults faults, CancellationToken cancellationToken)
    {
        var draft = request.Codes is { } sheet ? Path.Combine(ImportRequest.FolderOf(sheet), Path.GetRandomFileName()) : null;
        try
        {
            var done = await _database.InTransactionAsync((db, token) => ApplyAsync(db, draft, faults, token), cancellationToken);
            if (draft is not null && done is { Targets.Count: > 0 })
            {
                File.Move(draft, request.Codes!); // a draft is a draft of this
            }

            return done;
        }
        finally
        {
            if (draft is not null)
            {
                File.Delete(draft);
            }
        }
    }

    private async Task<Planned?> ApplyAsync(DataConnection db, string? draft, Faults faults, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        if (await PlanAsync(db, faults, cancellationToken) is not { } planned)
        {
            return null;
        }

        await _store.ApplyAsync(db, Actor, planned.Plan, cancellationToken);
        if (draft is not null && planned.Targets.Count > 0)
        {
            var cards = await IssueAsync(db, planned.Targets, cancellationToken);
            await WriteAsync(draft, ImportRequest.IsTable(request.Codes!) ? CodeTable.Write(cards) : CodeSheet.Write(cards), cancellationToken); // as above
        }

        return planned;
    }

    private async Task<IReadOnlyList<CodeCard>> IssueAsync(DataConnection db, IReadOnlyList<KnownInstitution> targets, CancellationToken cancellationToken)
    {
        var ids = (await _store.KnownAsync(db, cancellationToken)).ToDictionary(known => known.Name, known => known.Id, StringComparer.Ordinal);
        var until = TimeZoneInfo.ConvertTime(_clock.GetUtcNow() + ClaimStore.CodeLife, _zone);
        var cards = new List<CodeCard>(targets.Count);
        foreach (var target in targets)
        {
            var code = ClaimCode.Print(await _claims.IssueAsync(db, Actor, ids[target.Name], cancellationToken));
            cards.Add(new CodeCard(target.Name, code, community!.LinkWith(code), until)); // codes are wanted, so there is one
        }

        return cards;
    }

    /// <summary>For the eyes of whoever ran the command only.</summary>
    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new StreamWriter(path, options);
        await file.WriteAsync(text.AsMemory(), cancellationToken);
    }

    private void Print(Planned planned)
    {
        if (roster is not null)
        {
            foreach (var line in RosterPreview.Lines(planned.Plan, roster.Remarks))
            {
                Console.WriteLine(line);
            }
        }

        if (request.Codes is not null)
        {
            PrintCodes(planned.Targets);
        }

        Console.WriteLine(request.Apply ? "Записано." : "Это просмотр: в базе ничего не изменилось. Чтобы записать, добавьте --apply.");
    }

    private void PrintCodes(IReadOnlyList<KnownInstitution> targets)
    {
        if (targets.Count == 0)
        {
            Console.WriteLine("Коды не нужны: у каждого учреждения есть руководитель. Для смены руководителя: --for \"Название\".");
            return;
        }

        Console.WriteLine($"Одноразовые коды ({request.Codes}): {targets.Count}");
        foreach (var target in targets)
        {
            var before = target.OpenCodes > 0 ? ", прежний код перестанет действовать" : "";
            var head = target.Joined ? ", нынешний руководитель потеряет доступ, когда код введут" : "";
            Console.WriteLine($"  {target.Name}{before}{head}");
        }
    }

    /// <summary>What is to be done, or was.</summary>
    private sealed record Planned(RosterPlan Plan, IReadOnlyList<KnownInstitution> Targets);
}
