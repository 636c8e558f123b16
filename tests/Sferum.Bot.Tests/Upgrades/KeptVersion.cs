using System.Collections.Immutable;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Upgrades;

/// <summary>What a version left behind, in a folder of its name: a filled database of each provider as plain SQL, and who stands where in it.</summary>
internal sealed record KeptVersion(string Name)
{
    private static readonly JsonSerializerOptions Readable = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The oldest first.</summary>
    public static IEnumerable<string> Names =>
        Directory.Exists(Root) ? Directory.EnumerateDirectories(Root).Select(folder => new DirectoryInfo(folder).Name).OrderBy(Version.Parse) : [];

    /// <summary>Of the program that is being tested.</summary>
    public static KeptVersion Present { get; } = new((typeof(Database).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "").Split('+')[0]);

    public bool IsKept => Directory.Exists(Folder);

    private static string Root => Path.Combine(RepositoryFolder.Find("tests"), "Sferum.Bot.Tests", "Upgrades", "Kept");

    private string Folder => Path.Combine(Root, Name);

    private string OfficeFile => Path.Combine(Folder, "office.json");

    public KeptOffice Office() => JsonSerializer.Deserialize<KeptOffice>(File.ReadAllText(OfficeFile), Readable) ?? throw new FormatException($"{OfficeFile} is empty");

    public string Dump(StorageProvider provider) => File.ReadAllText(DumpFile(provider));

    /// <summary>One line for each person, so that a change can be read.</summary>
    public void Keep(KeptOffice office)
    {
        Directory.CreateDirectory(Folder);
        var people = string.Join(",\n", office.People.Select(person => JsonSerializer.Serialize(person, Readable)));
        File.WriteAllText(OfficeFile, $"{{\"at\":{JsonSerializer.Serialize(office.At)},\"people\":[\n{people}\n]}}\n");
    }

    public void Keep(StorageProvider provider, string dump)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(DumpFile(provider), dump);
    }

    private string DumpFile(StorageProvider provider) => Path.Combine(Folder, $"{provider.ToString().ToLowerInvariant()}.sql");
}

/// <param name="At">When the last thing happened there.</param>
internal sealed record KeptOffice(DateTimeOffset At, ImmutableArray<KeptPerson> People)
{
    public IEnumerable<long> Specialists => People.Where(person => person.Role == "specialist").Select(person => person.Id);
}

/// <summary>Somebody whose conversation rests in a state that a transcript of that version comes to.</summary>
/// <param name="Buttons">Payloads of buttons that he still sees, as they are stored in his chat.</param>
internal sealed record KeptPerson(long Id, string Role, string State, ImmutableArray<string> Buttons);
