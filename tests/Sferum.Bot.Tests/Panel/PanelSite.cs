using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using LinqToDB;
using LinqToDB.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sferum.Bot.Commands;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Answers;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Panel;

/// <summary>The bot whole in this process, with its panel on a port of its own and the simulator as VK, whose clock is the bot's.</summary>
internal sealed partial class PanelSite : IAsyncDisposable
{
    public const long Specialist = 1004;
    public const long Chief = 1005;
    public const long Administrator = 1006;
    public const long Substitute = 1007;
    public const long Nobody = 1008;
    public const long Director = 1001;

    public static readonly DateTimeOffset Start = new(2024, 4, 15, 9, 0, 0, TimeSpan.FromHours(3));

    private readonly Dictionary<string, string> _settings;

    private PanelSite(TestSimulator vk, WebApplication app, Dictionary<string, string> settings)
    {
        Vk = vk;
        App = app;
        _settings = settings;
    }

    public TestSimulator Vk { get; }

    public WebApplication App { get; }

    public Uri Address => new(App.Urls.First());

    public Database Database => Get<Database>();

    public static async Task<PanelSite> StartAsync(DatabaseFixture fixture, params (string Name, string Value)[] more)
    {
        var (provider, connectionString, _) = await fixture.CreateWithSettingsAsync();
        var vk = await TestSimulator.StartAsync(new VkSimulatorOptions { StartAt = Start });
        vk.People.Add("Анна", "Тестова", "директор", Director);
        vk.People.Add("Вера", "Выдумкина", "специалист", Specialist, canMessage: true);
        vk.People.Add("Иван", "Условный", "руководитель", Chief, canMessage: true);
        var settings = new Dictionary<string, string>(BotSettings.For(vk, provider, connectionString))
        {
            ["Office__Specialists__0"] = Text(Specialist),
            ["Office__Chiefs__0"] = Text(Chief),
            ["Office__Administrators__0"] = Text(Administrator),
            ["Panel__Enabled"] = "true",
            ["Urls"] = "http://127.0.0.1:0",
            ["Logging__LogLevel__Default"] = "Warning",
        };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        var builder = BotHost.CreateBuilder([.. settings.Select(s => $"--{s.Key.Replace("__", ":", StringComparison.Ordinal)}={s.Value}")]);
        var app = BotHost.Build(builder, RepositoryAnswers.Data, vk.Clock);
        await app.StartAsync();
        var site = new PanelSite(vk, app, settings);
        site.Get<IOptions<PanelOptions>>().Value.PublicUrl ??= site.Address;
        return site;
    }

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    public Task<T> WriteAsync<T>(Func<LinqToDB.Data.DataConnection, CancellationToken, Task<T>> work) => Database.InTransactionAsync(work, CancellationToken.None);

    /// <summary>An institution with a head who has claimed his code.</summary>
    public Task<long> AddAsync(string name, string type, long? head = null) => WriteAsync(async (db, token) =>
    {
        var id = await Get<RosterStore>().AddAsync(db, 0, name, type, token);
        if (head is { } person)
        {
            await Get<PersonStore>().MeetAsync(db, [person], token);
            var code = await Get<ClaimStore>().IssueAsync(db, 0, id, token);
            Assert.Equal(WriteResult.Done, (await Get<ClaimStore>().ClaimAsync(db, person, code, token)).Result);
        }

        return id;
    });

    /// <param name="files">In the place of the usual one, which is nobody's.</param>
    public Task<long> SubmitAsync(long person, long institution, string point = "1.1.a", params string[] files) =>
        SubmitAsync(person, institution, point, files.Index().Aggregate(Orders.District.Answers(), (all, file) => all.SetItem($"files.{file.Index}", file.Item)));

    public Task<long> SubmitAsync(long person, long institution, string point, ImmutableSortedDictionary<string, string> answers) => WriteAsync(async (db, token) =>
    {
        var (result, report) = await Get<ReportStore>().SubmitAsync(
            db, person, new ReportLine(institution, "223-09", point), new ReportContent.Done(answers), new DateOnly(2024, 4, 19), token);
        Assert.Equal(WriteResult.Done, result);
        return report;
    });

    /// <summary>A question of the director that waits for a person.</summary>
    /// <returns>Its group.</returns>
    public Task<long> AskAsync(string text, string outcome = QuestionOutcome.Asked) => WriteAsync(async (db, token) =>
    {
        await Get<PersonStore>().MeetAsync(db, [Director], token);
        return await Get<QuestionStore>().AddAsync(db, new NewQuestion(Director, text, outcome, "director", "МОУ"), _ => null, token) ?? 0;
    });

    /// <summary>A file that somebody has sent and that has been fetched.</summary>
    public async Task<long> AddFileAsync(string attachment, string kind, string name, byte[] content, long person = Director)
    {
        var stored = await Get<ContentStore>().AddAsync(async file =>
        {
            await file.WriteAsync(content);
            return true;
        });
        return await WriteAsync(async (db, token) =>
        {
            await PrintStore.NoteAsync(db, stored!.Sha256, Start, token); // it was not refused
            return await db.InsertWithInt64IdentityAsync(
                new EvidenceFileRecord
                {
                    PersonId = person,
                    AttachmentId = attachment,
                    Kind = kind,
                    Name = name,
                    Size = content.Length,
                    State = "stored",
                    NextTryAt = Start,
                    Sha256 = stored.Sha256,
                    ReceivedAt = Start,
                },
                token: token);
        });
    }

    /// <summary>Returns when the bot has looked at every file that is there.</summary>
    public Task LookedAtAsync() => Eventually.TrueAsync(
        async () => await WriteAsync((db, token) => db.QueryToListAsync<long>("select count(*) from evidence_print where state in ('pending', 'printed')", token)) is [0],
        () => "files were not looked at");

    /// <summary>The bot has said this to the person.</summary>
    public Task HeardAsync(long person, string words, StringComparison how = StringComparison.Ordinal) => Eventually.TrueAsync(
        () => Vk.People.ChatOf(person).Messages.Any(m => m.Out && m.Text.Contains(words, how)),
        () => $"{person} did not hear «{words}»: {string.Join(" | ", Vk.People.ChatOf(person).Messages.Select(m => m.Text))}");

    public Task<string> LinkAsync(long person) => WriteAsync((db, token) => Get<PanelAccessStore>().IssueLinkAsync(db, person, token));

    /// <summary>Somebody who has not signed in.</summary>
    public PanelVisitor Visit() => new(Address);

    public async Task<PanelVisitor> SignInAsync(long person)
    {
        var visitor = Visit();
        var page = await visitor.GetAsync($"/panel/enter/{await LinkAsync(person)}");
        var entered = await visitor.PostAsync(page, page.Forms[0].Action);
        Assert.Equal(HttpStatusCode.SeeOther, entered.Status);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await Vk.DisposeAsync();
        Directory.Delete(_settings[BotSettings.FilesPath], recursive: true);
    }

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A browser without a face: keeps cookies, follows nothing by itself.</summary>
internal sealed partial class PanelVisitor(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };

    public Task<PanelAnswer> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return SendAsync(request);
    }

    /// <summary>Sends a form of this page.</summary>
    public Task<PanelAnswer> PostAsync(PanelAnswer page, string action, params (string Name, string Value)[] fields) =>
        PostAsync(action, [("csrf", page.Csrf), .. fields]);

    public Task<PanelAnswer> PostAsync(string action, params (string Name, string Value)[] fields) => PostAsync(action, Form(fields));

    public Task<PanelAnswer> PostAsync(string action, HttpContent content, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return SendAsync(request);
    }

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    public void Dispose() => _http.Dispose();

    private async Task<PanelAnswer> SendAsync(HttpRequestMessage request)
    {
        using var answer = await _http.SendAsync(request);
        return new PanelAnswer(
            answer.StatusCode,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
            await answer.Content.ReadAsByteArrayAsync(),
            answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }
}

/// <param name="Text">With entities read.</param>
internal sealed partial record PanelAnswer(HttpStatusCode Status, string Text, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public IReadOnlyList<(string Action, string Body)> Forms => [.. Form().Matches(Text).Select(m => (m.Groups["action"].Value, m.Value))];

    public string Csrf => CsrfField().Match(Text).Groups["token"].Value;

    [GeneratedRegex("""<form method="post" action="(?<action>[^"]+)".*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("name=\"csrf\" value=\"(?<token>[0-9a-f]+)\"")]
    private static partial Regex CsrfField();
}
