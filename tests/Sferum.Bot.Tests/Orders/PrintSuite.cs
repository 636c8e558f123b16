using LinqToDB.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Pictures;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Orders;

/// <summary>Each content is looked at once, whatever happens between.</summary>
public abstract class PrintSuite(DatabaseFixture fixture) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sferum-prints-");

    [SkippableFact]
    public async Task A_file_is_looked_at_after_it_was_fetched_and_its_copies_are_found()
    {
        var district = await District.CreateAsync(fixture);
        using var page = DrawnPictures.Page(1, isPhoto: true);
        using var other = DrawnPictures.Page(2, isPhoto: true);
        var first = await FetchedAsync(district, "photo1_1", DrawnPictures.Jpeg(page));
        var copy = await FetchedAsync(district, "photo1_2", DrawnPictures.Jpeg(DrawnPictures.Resized(page, 0.5), 70));
        var stranger = await FetchedAsync(district, "photo1_3", DrawnPictures.Jpeg(other));
        var pdf = await FetchedAsync(district, "doc1_4", "%PDF-1.4"u8.ToArray());

        Assert.Equal(4, await PrintAllAsync(district));

        Assert.Equal(["compared", "compared", "compared", "none"], await StatesAsync(district, first, copy, stranger, pdf));
        Assert.Equal([$"{first} {copy}", $"{copy} {first}"], (await LikenessesAsync(district)).OrderByDescending(pair => pair.StartsWith(first, StringComparison.Ordinal)));
        Assert.Equal(0, await PrintAllAsync(district));
    }

    [SkippableFact]
    public async Task What_was_looked_at_before_the_process_ended_is_compared_by_the_next_one()
    {
        var district = await District.CreateAsync(fixture);
        using var page = DrawnPictures.Page(1, isPhoto: false);
        var first = await FetchedAsync(district, "photo1_1", DrawnPictures.Jpeg(page));
        Assert.Equal(1, await PrintAllAsync(district));
        var copy = await FetchedAsync(district, "photo1_2", DrawnPictures.Jpeg(page, 60));
        var prints = new PrintStore(district.Database, district.Clock);
        Assert.Equal(copy, (await prints.ClaimAsync(default))!.Sha256); // it is due
        await prints.RecordAsync(copy, await PictureReader.ReadAsync(new MemoryStream(DrawnPictures.Jpeg(page, 60)), default), default);
        Assert.Equal(0, await PrintAllAsync(district));

        district.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(1, await PrintAllAsync(district));
        Assert.Equal(["compared", "compared"], await StatesAsync(district, first, copy));
        Assert.Equal(2, (await LikenessesAsync(district)).Count);
    }

    [SkippableFact]
    public async Task What_ended_the_process_three_times_is_not_looked_at_a_fourth_time()
    {
        var district = await District.CreateAsync(fixture);
        using var page = DrawnPictures.Page(1, isPhoto: false);
        var sha256 = await FetchedAsync(district, "photo1_1", DrawnPictures.Jpeg(page));
        var prints = new PrintStore(district.Database, district.Clock);
        for (var i = 1; i <= 3; i++)
        {
            Assert.Equal(i, (await prints.ClaimAsync(default))!.Attempt); // it is due again
            Assert.Null(await prints.ClaimAsync(default));
            district.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(1, await PrintAllAsync(district));

        Assert.Equal(["none"], await StatesAsync(district, sha256));
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task<int> PrintAllAsync(District district)
    {
        using var printer = new EvidencePrinter(new PrintStore(district.Database, district.Clock), Contents(district), district.Clock, NullLogger<EvidencePrinter>.Instance);
        var looked = 0;
        while (await printer.PrintAsync(default) > 0)
        {
            looked++;
        }

        return looked;
    }

    private ContentStore Contents(District district) => new(Options.Create(new StorageOptions { FilesPath = _folder.FullName }), district.Clock);

    private async Task<string> FetchedAsync(District district, string attachment, byte[] content)
    {
        await district.WriteAsync(async (db, token) =>
        {
            await district.Evidence.RegisterAsync(db, District.HeadOfFirst, [new NewEvidence(attachment, "photo", "", content.Length, "https://vk.example/1")], token);
            return 0;
        });
        var file = Assert.Single(await district.Evidence.ClaimPendingAsync(10, default));
        var stored = await Contents(district).AddAsync(async sink =>
        {
            await sink.WriteAsync(content);
            return true;
        });
        await district.Evidence.RecordStoredAsync(file.Id, stored!.Sha256, stored.Size, default); // nothing was refused
        return stored.Sha256;
    }

    private static async Task<IReadOnlyList<string>> StatesAsync(District district, params string[] contents)
    {
        var rows = await district.WriteAsync((db, token) => db.QueryToListAsync<string>("select sha256 || ' ' || state from evidence_print", token));
        return [.. contents.Select(sha256 => rows.Single(row => row.StartsWith(sha256, StringComparison.Ordinal)).Split(' ')[1])];
    }

    private static Task<List<string>> LikenessesAsync(District district) =>
        district.WriteAsync((db, token) => db.QueryToListAsync<string>("select sha256 || ' ' || other from evidence_likeness", token));
}

public sealed class PrintsOnSqlite(SqliteFixture fixture) : PrintSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class PrintsOnPostgreSql(PostgreSqlFixture fixture) : PrintSuite(fixture), IClassFixture<PostgreSqlFixture>;
