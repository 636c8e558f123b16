namespace Sferum.Bot.DataFiles;

/// <summary>A mistake in a data file: where it stands and, in one Russian sentence, what it is and how to mend it.</summary>
/// <param name="File">Path relative to the folder of the data files, with forward slashes.</param>
/// <param name="Line">Line counted from 1; 0 when the fault concerns the whole file.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
public sealed record Fault(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
