using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Sferum.Bot.Tests.Deploy.Guides;

/// <summary>
/// The commands of the guides that no test can run here, each with the reason, and what can be told of them all the same:
/// that what they name exists.
/// </summary>
internal static partial class ElsewhereCommands
{
    /// <param name="Form">The whole command.</param>
    /// <param name="Holds">Given what the form has caught.</param>
    public sealed record Row(Regex Form, string Reason, Action<Match> Holds);

    public static IReadOnlyList<Row> Table { get; } =
    [
        new(Scripts(), "installs, publishes or tests the whole; tests/install.sh and tests/run.sh go these ways", match => ScriptIsThere(match, 1)),
        new(Tests(), "a run of tests within a run of tests", match =>
        {
            ScriptIsThere(match, 1);
            var names = typeof(ElsewhereCommands).Assembly.GetTypes().Select(type => type.FullName ?? "");
            Assert.Contains(names, name => name.Contains(match.Groups[2].Value, StringComparison.Ordinal));
        }),
        new(BotScripts(), "as root, to an installed bot; tests/install.sh does it", match =>
        {
            Assert.True(File.Exists(PathOf("deploy", match.Groups[1].Value)));
            Assert.Contains($"deploy/{match.Groups[1].Value}", File.ReadAllText(PathOf("tests/install.sh")), StringComparison.Ordinal);
        }),
        new(Systemd(), "needs systemd", match => Assert.All(match.Groups[1].Value.Split(' '), UnitIsThere)),
        new(Journal(), "needs systemd", match => UnitIsThere(match.Groups[1].Value)),
        new(Nginx(), "needs nginx; NginxTests does it where it is installed", _ => UnitIsThere("sferum-bot")),
        new(Archive(), "needs a published release", _ => Assert.Contains("$release.tar.gz", File.ReadAllText(PathOf("deploy/publish.sh")), StringComparison.Ordinal)),
        new(Folder(), "the folder of that archive", _ => Assert.Contains("sferum-bot-$version", File.ReadAllText(PathOf("deploy/publish.sh")), StringComparison.Ordinal)),
        new(Secret(), "as root; what it writes is where install.sh makes a place for it", match => InstalledPathIsThere(match.Groups[1].Value)),
        new(Editing(), "an editor", match => InstalledPathIsThere(match.Groups[1].Value)),
        new(Copying(), "as root, to an installed bot", match => Assert.All(match.Groups[1].Value.Split(' '), InstalledPathIsThere)),
        new(Postgres(), "needs a server of one's own", match => Assert.Contains($"Username={match.Groups[1].Value};", Guide.Read("deploy/README.ru.md").Text, StringComparison.Ordinal)),
        new(Windows(), "needs Windows", match => Assert.True(File.Exists(PathOf("deploy", "windows", match.Groups[1].Value)))),
        new(WindowsFile(), "needs Windows", match => InstalledPathIsThere(match.Groups[1].Value)),
        new(Docker(), "needs Docker", match => Assert.True(File.Exists(PathOf(match.Groups[1].Value)))),
        new(Images(), "needs Docker", match => Assert.All(
            match.Groups[1].Value.Split(' '),
            image => Assert.Contains($"image: {image}", File.ReadAllText(PathOf("deploy/docker/compose.yaml")), StringComparison.Ordinal))),
        new(LoadedImages(), "needs Docker", _ => { }),
        new(Kubernetes(), "needs a cluster", match => Yaml(PathOf("deploy", "kubernetes", match.Groups[1].Value))),
        new(WithVkNet(), "its packages are not in every registry", match => Assert.True(File.Exists(PathOf("src", match.Groups[1].Value, match.Groups[1].Value + ".csproj")))),
        new(Sums(), "BackupTests checks the sums of a backup", _ => Assert.Contains("SHA256SUMS", File.ReadAllText(PathOf("deploy/README.ru.md")), StringComparison.Ordinal)),
        new(Variables(), "settings for the commands below it", match => Assert.All(
            match.Groups[1].Value.Split(' '),
            setting => Assert.True(KnownSettings.Has(setting.Split('=')[0]), setting))),
    ];

    private static string PathOf(params string[] parts) => Path.Combine([Guide.Checkout, .. parts]);

    /// <summary>And knows the words that it is given, by the line of it that says how it is used.</summary>
    private static void ScriptIsThere(Match match, int group)
    {
        var path = PathOf(match.Groups[group].Value);
        Assert.True(File.Exists(path), $"there is no {match.Groups[group].Value}");
        var words = match.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0)
        {
            var usage = File.ReadLines(path).FirstOrDefault(line => line.StartsWith("# Usage:", StringComparison.Ordinal));
            Assert.True(usage is not null && usage.Split(' ').Length > 3, $"{path} takes no words");
        }
    }

    private static void UnitIsThere(string unit) =>
        Assert.True(File.Exists(PathOf("deploy", "linux", unit.Contains('.', StringComparison.Ordinal) ? unit : $"{unit}.service")) || unit == "nginx", $"there is no unit {unit}");

    /// <summary>Some script makes it, or it is a file of the reader's.</summary>
    private static void InstalledPathIsThere(string path)
    {
        var scripts = string.Join('\n', ((string[])["install.sh", "windows/install.ps1", "linux/sferum-bot"]).Select(script => File.ReadAllText(PathOf("deploy", script))));
        var known = path switch
        {
            _ when path.StartsWith("/opt/sferum-bot/current/", StringComparison.Ordinal) =>
                path.EndsWith("/dialogs", StringComparison.Ordinal) || File.Exists(PathOf(path["/opt/sferum-bot/current/".Length..])),
            "/etc/sferum-bot/" or "/var/lib/sferum-bot/" or "/etc/sferum-bot/dialogs" => true,
            _ when path.StartsWith("/etc/nginx/", StringComparison.Ordinal) => true,
            _ when path.Contains('/', StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal) =>
                path.Split('/', '\\')[^1].TrimEnd('.') is var name && (scripts.Contains(name, StringComparison.Ordinal) || KnownSettings.Has(name)),
            _ => path is "учреждения.xlsx",
        };
        Assert.True(known, $"nothing makes {path}");
    }

    private static void Yaml(string path)
    {
        using var text = File.OpenText(path);
        new YamlStream().Load(text);
    }

    [GeneratedRegex(@"^(?:sudo )?(?:SFERUM_\w+=\w+ )?((?:deploy|tests)/(?:install|upgrade|publish|sbom|run|crash|fuzz|soak|bench)\.sh)(?<words>(?: (?:ПАПКА|FOLDER|FILE|\[[\w -]+\]))*)$")]
    private static partial Regex Scripts();

    [GeneratedRegex(@"^(?:SFERUM_(?:REWRITE_TRANSCRIPTS|REWRITE_PICTURES|KEEP_VERSION)=1 )?(tests/run\.sh)(?<words> --filter (?:FullyQualifiedName~)?([\w.]+))$")]
    private static partial Regex Tests();

    [GeneratedRegex(@"^sudo /opt/sferum-bot/current/deploy/(backup\.sh|restore\.sh)(?: /var/backups/sferum-bot/[\d-]+)?$")]
    private static partial Regex BotScripts();

    [GeneratedRegex(@"^(?:sudo )?systemctl (?:start|restart|reload|disable --now) ([\w. -]+)$")]
    private static partial Regex Systemd();

    [GeneratedRegex(@"^journalctl -u ([\w-]+)(?: -p warning --since today| -n 30)?$")]
    private static partial Regex Journal();

    [GeneratedRegex("^sudo nginx -t$")]
    private static partial Regex Nginx();

    [GeneratedRegex(@"^tar -xzf sferum-bot-ВЕРСИЯ\.tar\.gz$")]
    private static partial Regex Archive();

    [GeneratedRegex("^cd sferum-bot-(?:ВЕРСИЯ|НОВАЯ)$")]
    private static partial Regex Folder();

    [GeneratedRegex("^sudo (?:sh -c umask 027; cat > |chgrp sferum-bot )(/etc/sferum-bot/secrets/Vk__Token)$")]
    private static partial Regex Secret();

    [GeneratedRegex(@"^sudo nano (\S+)$")]
    private static partial Regex Editing();

    [GeneratedRegex(@"^(?:sudo cp(?: -r)?|diff -ru) (\S+ \S+)$")]
    private static partial Regex Copying();

    [GeneratedRegex(@"^sudo -u postgres create(?:user --pwprompt|db --owner) (sferum)(?: sferum)?$")]
    private static partial Regex Postgres();

    [GeneratedRegex(@"^(?:powershell -ExecutionPolicy Bypass -File )?(?:deploy\\windows|\$env:ProgramFiles\\Sferum\.Bot)\\([\w-]+\.ps1)(?: apply)?$")]
    private static partial Regex Windows();

    [GeneratedRegex(@"^notepad (\$env:ProgramData\\Sferum\.Bot\\\S+)$")]
    private static partial Regex WindowsFile();

    [GeneratedRegex(@"^docker (?:build|compose) -f (\S+) (?:-t sferum-bot \.|up -d)$")]
    private static partial Regex Docker();

    [GeneratedRegex(@"^docker save ([\w:. -]+) -o образы\.tar$")]
    private static partial Regex Images();

    [GeneratedRegex(@"^docker load -i образы\.tar$")]
    private static partial Regex LoadedImages();

    [GeneratedRegex(@"^kubectl apply -f (\S+)$")]
    private static partial Regex Kubernetes();

    [GeneratedRegex(@"^(?:Vk__Client=VkNet )?dotnet (?:publish src/|FOLDER/)(Sferum\.Bot\.VkNet)(?:\.dll run| -c Release -p:WithVkNet=true -o FOLDER)$")]
    private static partial Regex WithVkNet();

    [GeneratedRegex("^sha256sum -c SHA256SUMS$")]
    private static partial Regex Sums();

    [GeneratedRegex("^export (.+)$")]
    private static partial Regex Variables();
}
