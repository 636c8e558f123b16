using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs;

namespace Sferum.Bot.Tests.Dialogs.Inputs;

public class FilesInputTests
{
    private static readonly Attachment _photo = new(AttachmentKind.Photo, "photo1_1", "", 0);

    private static readonly Attachment _pdf = new(AttachmentKind.Document, "doc1_2", "Приказ.pdf", 1000);

    private static readonly Attachment _voice = new(AttachmentKind.Voice, "doc1_3", "", 0);

    private static readonly Attachment _sticker = new(AttachmentKind.Sticker, "sticker1", "", 0);

    [Fact]
    public void Photos_and_documents_are_taken_in_their_order_and_once() =>
        Assert.Equal("0=photo1_1; 1=doc1_2", RecognitionTable.Recognise("files", "вот приказ", _photo, _pdf, _photo));

    [Fact]
    public void A_voice_message_or_sticker_beside_a_photo_does_no_harm() =>
        Assert.Equal("0=photo1_1", RecognitionTable.Recognise("files", "", _voice, _photo, _sticker));

    [Fact]
    public void A_voice_message_alone_is_no_evidence() => Assert.Equal("!voice", RecognitionTable.Recognise("files", "", _voice));

    [Fact]
    public void A_sticker_alone_is_no_evidence() => Assert.Equal("!sticker", RecognitionTable.Recognise("files", "", _sticker));

    [Theory]
    [InlineData("virus.exe")]
    [InlineData("ПРИКАЗ.PDF.EXE")]
    [InlineData("приказ.scr. ")]
    [InlineData("run.js")]
    public void A_program_is_refused(string name) =>
        Assert.Equal("!executable", RecognitionTable.Recognise("files", "", _photo, _pdf with { Name = name }));

    [Theory]
    [InlineData(50L * 1024 * 1024, "0=doc1_2")]
    [InlineData((50L * 1024 * 1024) + 1, "!too_large")]
    public void Fifty_megabytes_are_the_limit(long size, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("files", "", _pdf with { Size = size }));

    [Fact]
    public void A_text_is_no_file() => Assert.Equal("-", RecognitionTable.Recognise("files", "вот"));

    [Fact]
    public void An_address_that_VK_attached_as_a_card_is_a_link() =>
        Assert.Equal(
            "link=https://school1.ru/a",
            RecognitionTable.Recognise("link", "", new Attachment(AttachmentKind.Link, "link1", "https://school1.ru/a", 0)));

    [Fact]
    public void The_eleventh_value_of_a_list_is_described_last() =>
        Assert.EndsWith(
            "\nhttps://s.ru/10",
            InputCatalog.All["links"].Describe(
                RecognitionTable.Values([.. Enumerable.Range(0, 11).Select(i => ($"{i}", $"https://s.ru/{i}"))])),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "1 файл")]
    [InlineData(3, "3 файла")]
    [InlineData(5, "5 файлов")]
    public void Files_are_counted_in_a_summary(int count, string summary) =>
        Assert.Equal(
            summary,
            InputCatalog.All["files"].Describe(RecognitionTable.Values([.. Enumerable.Range(0, count).Select(i => ($"{i}", $"photo{i}"))])));

    [Fact]
    public void What_cannot_be_read_is_told_apart()
    {
        Assert.Equal("", RecognitionTable.Recognise("voice", "", _voice));
        Assert.Equal("", RecognitionTable.Recognise("sticker", "", _sticker));
        Assert.Equal("", RecognitionTable.Recognise("empty", " \n"));
        Assert.Equal("-", RecognitionTable.Recognise("voice", "слово", _voice));
        Assert.Equal("-", RecognitionTable.Recognise("sticker", "", _sticker, _photo));
        Assert.Equal("-", RecognitionTable.Recognise("empty", "", _photo));
    }
}
