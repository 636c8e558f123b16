using System.Text.RegularExpressions;
using Sferum.Bot.Tests.Architecture;

namespace Sferum.Bot.Tests.Deploy.Guides;

/// <summary>Where the guides point to exists, and their drawing is of this program.</summary>
public sealed partial class GuideLinkTests
{
    public static TheoryData<string> Guides => [.. Guide.All, "deploy/personal-data.ru.md", "deploy/vknet.ru.md", "deploy/asvs.md"];

    [Theory]
    [MemberData(nameof(Guides))]
    public void A_link_leads_to_a_file_or_a_heading(string file)
    {
        var guide = Guide.Read(file);
        var folder = Path.GetDirectoryName(guide.FullPath)!; // of a file

        Assert.All(guide.Links.Where(link => !link.StartsWith("https://", StringComparison.Ordinal)), link =>
        {
            var (path, heading) = link.Split('#') is [var before, var after] ? (before, after) : (link, "");
            var target = path.Length == 0 ? guide.FullPath : Path.GetFullPath(Path.Combine(folder, path));
            Assert.True(File.Exists(target), $"{file}: there is no {path}");
            if (heading.Length > 0)
            {
                Assert.Contains(heading, Guide.Read(Path.GetRelativePath(Guide.Checkout, target)).Sections.Select(section => AnchorOf(section.Title)));
            }
        });
    }

    [Fact]
    public void The_pictures_of_README_are_there_small_enough_and_told_in_words()
    {
        var pictures = Picture().Matches(Guide.Read("README.md").Text);

        Assert.Equal(["deploy/pictures/demo.png", "deploy/pictures/panel.png"], pictures.Select(picture => picture.Groups["path"].Value));
        Assert.All(pictures, picture =>
        {
            Assert.True(picture.Groups["alt"].Value.Length > 40, "whoever does not see the picture learns nothing");
            var bytes = File.ReadAllBytes(Path.Combine(Guide.Checkout, picture.Groups["path"].Value));
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
            Assert.InRange(bytes.Length, 10_000, 200_000);
        });
        Assert.Equal(pictures.Count, Directory.GetFiles(Path.Combine(Guide.Checkout, "deploy", "pictures")).Length);
    }

    /// <summary>A node begins with the rooms that it stands for; a round one is no room.</summary>
    [Fact]
    public void The_drawing_shows_every_room_and_no_other()
    {
        var drawing = Guide.Read("README.md").Sections.SelectMany(section => section.Blocks).Single(block => block.Language == "mermaid").Text;
        var rooms = Room().Matches(drawing).SelectMany(node => node.Groups["label"].Value.Split(':')[0].Split(", ")).ToHashSet();
        var outside = Outside().Matches(drawing).Select(node => node.Groups["label"].Value).ToArray();

        Assert.Equal(["VK, or Sferum.VkSimulator", "specialist's browser"], outside);
        Assert.Empty(RoomTable.MayUse.Keys.Except(rooms));
        Assert.Equal(["dialogs/"], rooms.Except(RoomTable.MayUse.Keys));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("deploy/README.ru.md")]
    public void Everything_that_doctor_asks_of_the_community_is_told(string file)
    {
        var text = Guide.Read(file).Text;

        Assert.All(
            (string[])["сообщения сообщества", "фотографии", "документы", "управление сообществом", "Работа с API", "Long Poll API", "Возможности ботов", "Разрешать добавлять сообщество в чаты", "5.199"],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    /// <summary>As the pages of repositories make them.</summary>
    private static string AnchorOf(string title) => NoWord().Replace(title.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"!\[(?<alt>[^\]]*)\]\((?<path>[^)]+)\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\w\[\(?""(?<label>[^""]+)""\)?\]")]
    private static partial Regex Room();

    [GeneratedRegex(@"\w\(\[""(?<label>[^""]+)""\]\)")]
    private static partial Regex Outside();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoWord();
}
