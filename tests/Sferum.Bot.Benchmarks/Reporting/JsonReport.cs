using System.Text.Encodings.Web;
using System.Text.Json;
using Sferum.Bot.Benchmarks.Figures;

namespace Sferum.Bot.Benchmarks.Reporting;

/// <summary>Everything that was measured, for other programs; rewritten after each run, so that nothing is lost with a late fault.</summary>
internal sealed record JsonReport(DateTimeOffset StartedAt, Machine Machine, double LoadAtStart)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public double LoadAtEnd { get; set; }

    public List<Run> Runs { get; } = [];

    public List<string> Faults { get; } = [];

    public async Task WriteAsync(string? file, CancellationToken cancellationToken)
    {
        LoadAtEnd = Machine.Load();
        if (file is not null)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(this, Readable) + "\n", cancellationToken);
        }
    }
}
