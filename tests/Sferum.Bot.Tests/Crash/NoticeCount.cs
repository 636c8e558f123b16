using System.Collections.Concurrent;
using LinqToDB.Data;

namespace Sferum.Bot.Tests.Crash;

/// <summary>
/// Every question handed over (others are only noted) is a row of its own in the database and a message to the specialist, who is another person
/// than the one that asked: both have to be there once.
/// </summary>
internal sealed class NoticeCount : IDisposable
{
    private readonly CrashOffice _office;
    private readonly ConcurrentQueue<string> _told = new();

    /// <summary>Begin before the first question.</summary>
    public NoticeCount(CrashOffice office)
    {
        _office = office;
        office.Vk.People.Told += Hear;
    }

    public async Task AssertExactAsync()
    {
        var questions = await _office.Database.ReadAsync((db, token) => db.QueryToListAsync<string>("select body from question where outcome = 'asked'", token), CancellationToken.None);
        Assert.NotEmpty(questions);
        Assert.Empty(Repeated(questions));
        Assert.Empty(Repeated(_told));
        Assert.Equal(questions.Count, _told.Count);
    }

    public void Dispose() => _office.Vk.People.Told -= Hear;

    private void Hear(long peer, string text)
    {
        if (peer == CrashOffice.Specialist)
        {
            _told.Enqueue(text);
        }
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> texts) =>
        texts.GroupBy(text => text).Where(same => same.Count() > 1).Select(same => $"{same.Count()}×: {Talker.Short(same.Key)}");
}
