using System.Diagnostics;
using System.Threading.Channels;

namespace Sferum.Bot.Benchmarks.Bots;

/// <summary>A process that this one started and that ends with it.</summary>
internal sealed class Child : IAsyncDisposable
{
    private const int LastLines = 20;

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Queue<string> _last = new();

    private Child(Process process) => _process = process;

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>The last lines that it printed, for a fault's words.</summary>
    public string Words
    {
        get
        {
            lock (_last)
            {
                return string.Join('\n', _last);
            }
        }
    }

    /// <param name="core">The processor that it is bound to; null for none.</param>
    public static Child Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, int? core, string? folder = null)
    {
        var start = new ProcessStartInfo(core is null ? program : "taskset")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var argument in core is { } number ? ["-c", $"{number}", program, .. arguments] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var child = new Child(new Process { StartInfo = start });
        child._process.OutputDataReceived += (_, line) => child.Hear(line.Data, isOutput: true);
        child._process.ErrorDataReceived += (_, line) => child.Hear(line.Data, isOutput: false);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    public void Say(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>Awaits a line that begins with this word; others are passed over.</summary>
    /// <returns>The words of the line.</returns>
    public async Task<string[]> ExpectAsync(string word, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(patience);
        try
        {
            while (true)
            {
                var words = (await _lines.Reader.ReadAsync(timeout.Token)).Split(' ', 3);
                if (words[0] == word)
                {
                    return words;
                }
            }
        }
        catch (Exception silence) when (silence is ChannelClosedException || (silence is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new InvalidOperationException($"«{word}» was not said. {Words}", silence);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Hear(string? line, bool isOutput)
    {
        if (line is null)
        {
            if (isOutput)
            {
                _lines.Writer.TryComplete();
            }

            return;
        }

        lock (_last)
        {
            _last.Enqueue(line);
            if (_last.Count > LastLines)
            {
                _last.Dequeue();
            }
        }

        if (isOutput)
        {
            _lines.Writer.TryWrite(line);
        }
    }
}
