using System.Text;
using System.Text.RegularExpressions;
using Sferum.Bot.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Sferum.Bot.Tests.Deploy;

/// <summary>What README and <c>deploy/</c> say of settings is what the options classes have. <c>SFERUM_REWRITE_SETTINGS=1</c> writes the table of README anew.</summary>
public sealed partial class SettingsTests
{
    private const string Begin = "<!-- settings: written by SettingsTests from the options classes -->";
    private const string End = "<!-- end of settings -->";

    private static readonly string DeployFolder = RepositoryFolder.Find("deploy");
    private static readonly string Readme = Path.Combine(Path.GetDirectoryName(DeployFolder)!, "README.md"); // a folder of the checkout

    [Fact]
    public void The_table_of_README_is_that_of_the_options_classes()
    {
        var text = File.ReadAllText(Readme);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        Assert.True(from >= Begin.Length && to > from, "README has no place for the table");
        var table = new StringBuilder("\n\n| Variable | Meaning | Default |\n|---|---|---|\n");
        foreach (var setting in KnownSettings.All)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{setting.Name}` | {setting.Meaning} | {setting.Default} |\n");
        }

        table.Append('\n');
        if (Environment.GetEnvironmentVariable("SFERUM_REWRITE_SETTINGS") == "1")
        {
            File.WriteAllText(Readme, text[..from] + table + text[to..]);
            return;
        }

        Assert.True(table.ToString() == text[from..to], "the table is stale: SFERUM_REWRITE_SETTINGS=1 tests/run.sh --filter SettingsTests");
    }

    [Fact]
    public void Every_setting_that_is_named_in_deploy_or_README_exists()
    {
        var named = Directory.EnumerateFiles(DeployFolder, "*", SearchOption.AllDirectories).Append(Readme)
            .SelectMany(file => Name().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), match.Value)))
            .Where(found => !found.Value.StartsWith("SFERUM_", StringComparison.Ordinal))
            .Distinct()
            .ToList();

        Assert.True(named.Count > 20);
        Assert.DoesNotContain(named, found => !KnownSettings.Has(found.Value));
    }

    [Fact]
    public void Manifests_are_YAML_and_run_what_they_should()
    {
        var kubernetes = Load("kubernetes/sferum-bot.yaml");
        var compose = Assert.Single(Load("docker/compose.yaml"));

        var deployment = Assert.Single(kubernetes, document => document["kind"].ToString() == "Deployment");
        Assert.Equal("3", deployment["spec"]["replicas"].ToString());
        Assert.Equal("/health/ready", deployment["spec"]["template"]["spec"]["containers"][0]["readinessProbe"]["httpGet"]["path"].ToString());
        Assert.Equal(["bot", "db"], ((YamlMappingNode)compose["services"]).Children.Keys.Select(name => name.ToString()));
        Assert.DoesNotContain("Password=", File.ReadAllText(Path.Combine(DeployFolder, "docker", "compose.yaml")), StringComparison.Ordinal);
    }

    private static List<YamlNode> Load(string file)
    {
        using var text = File.OpenText(Path.Combine(DeployFolder, file));
        var yaml = new YamlStream();
        yaml.Load(text);
        return [.. yaml.Documents.Select(document => document.RootNode)];
    }

    [GeneratedRegex(@"\b(?:Alerts|Privacy|Vk|Office|Storage|Panel|Dialogs|Secrets)__[A-Za-z]\w*\b|\bOTEL_\w+")]
    private static partial Regex Name();
}
