using Microsoft.Extensions.Time.Testing;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Tests.Crash;

/// <summary>
/// Heads who came two days ago and have reported nothing, a few more whenever a test asks for them, and what the bot has
/// told each of its own accord.
/// </summary>
internal sealed class CrashHeads(CrashOffice office, DateTimeOffset now)
{
    private const long First = 8001;

    private readonly FakeTimeProvider _then = new(now.AddDays(-2));
    private readonly List<long> _heads = [];
    private int _institutions;

    /// <summary>Institutions with a head each, and one to which nobody has come.</summary>
    public Task AddAsync(int heads)
    {
        var journal = new JournalStore(office.Database, _then);
        var claims = new ClaimStore(journal, _then);
        var roster = new RosterStore(journal, claims, _then);
        var people = new PersonStore(office.Database, journal, _then);
        var added = Enumerable.Range(0, heads).Select(i => First + _heads.Count + i).ToArray();
        foreach (var head in added)
        {
            office.Vk.People.Add("Анна", "Тестова", "директор", head, canMessage: true);
        }

        _heads.AddRange(added);
        return office.Database.InTransactionAsync(
            async (db, token) =>
            {
                await people.MeetAsync(db, added, token);
                foreach (var head in added)
                {
                    var code = await claims.IssueAsync(db, 0, await roster.AddAsync(db, 0, NextName(), "МОУ", token), token);
                    Assert.Equal(WriteResult.Done, (await claims.ClaimAsync(db, head, code, token)).Result);
                }

                await roster.AddAsync(db, 0, NextName(), "МДОУ", token);
            },
            CancellationToken.None);
    }

    /// <summary>How many have not been told anything yet.</summary>
    public int Untold => _heads.Count(head => ToldTo(head).Length == 0);

    /// <summary>Each head was told once, and with these words; the specialist once too.</summary>
    public void AssertToldOnce(string words, string specialistWords)
    {
        Assert.All(_heads, head => Assert.Contains(words, Assert.Single(ToldTo(head)), StringComparison.Ordinal));
        Assert.Contains(specialistWords, Assert.Single(ToldTo(CrashOffice.Specialist)), StringComparison.Ordinal);
    }

    public override string ToString() => $"{_heads.Count} heads, {Untold} not told";

    private string[] ToldTo(long person) => [.. office.Vk.People.ChatOf(person).Messages.Where(message => message.Out).Select(message => message.Text)];

    private string NextName() => $"Учреждение № {++_institutions}";
}
