using System.Text.RegularExpressions;
using Sferum.Bot.Orders.Roster;

namespace Sferum.Bot.Tests.Orders.Roster;

public sealed partial class CodeSheetTests
{
    private static readonly CodeCard[] Cards =
    [
        CardOf("МОУ «Вымышленная СОШ № 1»", "ABCD-2345"),
        CardOf("<script>alert(1)</script> & \"Сад\"", "WXYZ-6789"),
    ];

    [Fact]
    public void Each_card_has_name_code_link_and_the_QR_of_this_link()
    {
        var cards = CodeSheet.Write(Cards).Split("<article").Skip(1).ToArray();

        Assert.Equal(Cards.Length, cards.Length);
        Assert.Contains("МОУ «Вымышленная СОШ № 1»", cards[0], StringComparison.Ordinal);
        Assert.Contains("до 15.05.2024, 09:00", cards[0], StringComparison.Ordinal);
        for (var i = 0; i < cards.Length; i++)
        {
            Assert.Contains(Cards[i].Code, cards[i], StringComparison.Ordinal);
            Assert.Contains($"https://vk.me/office?ref={Cards[i].Code}", cards[i], StringComparison.Ordinal);
            Assert.Contains(CodeSheet.QrOf(Cards[i].Link), cards[i], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_sheet_needs_no_other_file_and_runs_nothing()
    {
        var sheet = CodeSheet.Write(Cards);

        Assert.DoesNotContain("<script", sheet, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", sheet, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Loaded().Matches(sheet));
    }

    [Fact]
    public void The_table_disarms_what_Excel_would_take_for_a_formula()
    {
        var lines = CodeTable.Write([CardOf("=cmd|' /C calc'!A0", "ABCD-2345"), .. Cards]).Split("\r\n");

        Assert.Equal("\uFEFFУчреждение;Код;Ссылка", lines[0]);
        Assert.DoesNotMatch("^\"?=", lines[1]);
        Assert.Equal("МОУ «Вымышленная СОШ № 1»;ABCD-2345;https://vk.me/office?ref=ABCD-2345", lines[2]);
    }

    [Theory]
    [InlineData("sferum_office", "https://vk.me/sferum_office?ref=ABCD-2345")]
    [InlineData("@sferum.office", "https://vk.me/sferum.office?ref=ABCD-2345")]
    [InlineData("https://vk.com/club12/", "https://vk.me/club12?ref=ABCD-2345")]
    [InlineData("vk.me/office", "https://vk.me/office?ref=ABCD-2345")]
    [InlineData("https://example.org/office", null)]
    [InlineData("имя", null)]
    [InlineData("a?b=c", null)]
    [InlineData("", null)]
    public void A_community_is_taken_by_name_or_address(string given, string? link) =>
        Assert.Equal(link, CommunityName.Parse(given)?.LinkWith("ABCD-2345").AbsoluteUri);

    private static CodeCard CardOf(string name, string code) =>
        new(name, code, CommunityName.Parse("office")!.LinkWith(code), new DateTimeOffset(2024, 5, 15, 9, 0, 0, TimeSpan.FromHours(3)));

    [GeneratedRegex("""(src|srcset|action|data)=|url\(|@import""")]
    private static partial Regex Loaded();
}
