namespace Sferum.Bot.Turns;

/// <summary>Has the search learn as soon as the program runs.</summary>
public sealed class AnswerWarmUp(AnswerDesk answers) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => answers.Book, stoppingToken);
}
