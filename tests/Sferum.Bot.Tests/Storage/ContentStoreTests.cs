using System.Text;
using Microsoft.Extensions.Options;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Tests.Storage;

public sealed class ContentStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sferum-files-");

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

    private ContentStore Store() => new(Options.Create(new StorageOptions { FilesPath = _folder.FullName }));
}
