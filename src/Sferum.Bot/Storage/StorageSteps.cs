using System.Diagnostics;

namespace Sferum.Bot.Storage;

/// <summary>What the database does, as spans of OpenTelemetry; a span's parent tells on whose behalf.</summary>
public static class StorageSteps
{
    /// <summary>Name of the source of the spans.</summary>
    public const string SourceName = "Sferum.Bot.Storage";

    /// <summary>A transaction is committed.</summary>
    public const string Commit = "commit";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a step, which ends when the result is disposed of; null while nobody listens.</summary>
    internal static Activity? Begin(string step) => Source.StartActivity(step);
}
