using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Tests.Storage;

public sealed class ContentStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sferum-files-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 4, 30, 20, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Equal_content_lies_once_and_reads_back()
    {
        var store = Store();

        var first = await AddAsync(store, "приказ");
        var second = await AddAsync(store, "приказ");

        Assert.Equal(first, second);
        using var reader = new StreamReader(store.Open(first!.Sha256));
        Assert.Equal("приказ", await reader.ReadToEndAsync());
        Assert.Single(_folder.GetFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_did_not_arrive_whole_leaves_nothing_behind()
    {
        var store = Store();

        Assert.Null(await store.AddAsync(stream =>
        {
            stream.WriteByte(1);
            return Task.FromResult(false);
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.AddAsync(_ => throw new InvalidOperationException()));

        Assert.Empty(_folder.GetFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_the_bot_made_lies_once_and_goes_with_its_month()
    {
        var store = Store();
        var april = await MakeAsync(store, "таблица");
        Assert.Equal(april, await MakeAsync(store, "таблица"));
        Assert.Single(_folder.GetFiles("*", SearchOption.AllDirectories));

        _clock.Advance(TimeSpan.FromDays(1));
        await MakeAsync(store, "другая");

        Assert.Equal(0, store.RemoveMade(new DateTimeOffset(2024, 4, 30, 23, 59, 59, TimeSpan.Zero)));
        Assert.Equal("таблица", Read(store, april));
        Assert.Equal(1, store.RemoveMade(new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Throws<FileNotFoundException>(() => store.Open(april.Sha256));
        Assert.Single(_folder.GetFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_was_made_again_later_stays_when_the_first_month_goes()
    {
        var store = Store();
        var made = await MakeAsync(store, "таблица");
        _clock.Advance(TimeSpan.FromDays(10));
        await MakeAsync(store, "таблица");

        Assert.Equal(1, store.RemoveMade(new DateTimeOffset(2024, 5, 31, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal("таблица", Read(store, made));
    }

    [Fact]
    public async Task Evidence_is_never_removed_also_when_the_bot_made_the_same_file()
    {
        var store = Store();
        await MakeAsync(store, "таблица");
        var evidence = await AddAsync(store, "таблица");

        Assert.Equal(1, store.RemoveMade(DateTimeOffset.MaxValue));
        Assert.Equal("таблица", Read(store, evidence!));
        Assert.Equal(0, store.RemoveMade(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Nothing_is_removed_where_nothing_was_made() => Assert.Equal(0, Store().RemoveMade(DateTimeOffset.MaxValue));

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("ABCDEF")]
    public void A_name_that_is_no_hash_opens_nothing(string name) => Assert.Throws<ArgumentException>(() => Store().Open(name));

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task<StoredContent?> AddAsync(ContentStore store, string text) => store.AddAsync(async stream =>
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        return true;
    });

    private static Task<StoredContent> MakeAsync(ContentStore store, string text) => store.AddMadeAsync(Encoding.UTF8.GetBytes(text), CancellationToken.None);

    private static string Read(ContentStore store, StoredContent content)
    {
        using var reader = new StreamReader(store.Open(content.Sha256));
        return reader.ReadToEnd();
    }

    private ContentStore Store() => new(Options.Create(new StorageOptions { FilesPath = _folder.FullName }), _clock);
}
