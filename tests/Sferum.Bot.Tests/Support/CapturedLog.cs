using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Sferum.Bot.Tests.Support;

/// <summary>Everything that is logged, at any level, with what stands in the exceptions.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Category, string Text)> _lines = new();

    public IReadOnlyList<(LogLevel Level, string Category, string Text)> Lines => [.. _lines];

    public string AtLeast(LogLevel level) => string.Join('\n', Lines.Where(line => line.Level >= level).Select(line => $"{line.Level} {line.Category}: {line.Text}"));

    public ILogger CreateLogger(string categoryName) => new Category(_lines, categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(ConcurrentQueue<(LogLevel, string, string)> lines, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            // Scopes are shown by many sinks: they count as said.
            lines.Enqueue((LogLevel.Information, name, state.ToString() ?? ""));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, name, $"{formatter(state, exception)} {exception}"));
    }
}
