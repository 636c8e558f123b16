using System.Collections.Immutable;
using Sferum.Bot.Orders;
using Sferum.Bot.Reports;
using Sferum.Bot.Reports.Warnings;
using Sferum.Bot.Tests.Orders.Compiling;

namespace Sferum.Bot.Tests.Reports.Warnings;

public sealed class WarningRulesTests
{
    private static readonly OrderBook Orders = Order22309Tests.Load();

    private static readonly Institution School = new(1, "МОУ «Первая»", "МОУ");

    private static readonly EvidenceFile Good = File(1, "приказ.jpg", new PictureLook.Picture(1200, 1600, 180, 250));

    private static readonly PersonalWords Words = new([new PersonalHint(["спис*", "учен*"], [])]);

    [Fact]
    public void In_a_good_photo_with_its_document_nothing_is_suspicious() =>
        Assert.Equal((0, null), Told(WarningRules.Of(Subject("1.1.a"), [Good], [], [Named("1.1.b", "13-од", 16)], Words)));

    [Fact]
    public void Evidence_that_is_data_only_hinders_nothing() =>
        Assert.Equal((0, null), Told(WarningRules.Of(Subject("1.2.a", ("chat.title", "Администрация"), ("chat.members", "5")), [], [], [], Words)));

    [Fact]
    public void The_same_file_elsewhere_is_told_once_for_each_report_and_as_a_copy_if_it_is_one()
    {
        var (near, far) = (Other(2, "1.1.b", School), Other(3, "1.1.a", new Institution(2, "МОУ «Вторая»", "МОУ")));

        var found = WarningRules.Of(Subject("1.1.a"), [Good], [new(1, near, false), new(1, near, true), new(1, far, false)], [], Words);

        Assert.Equal<Warning>([new Warning.SameFile(Good, near, true), new Warning.SameFile(Good, far, false)], found.Warnings);
        Assert.Equal(Hindrance.Warned, found.Hindrance);
    }

    [Theory]
    [InlineData(499, 1600, 180, 250, typeof(Warning.TooSmall))]
    [InlineData(1600, 499, 180, 250, typeof(Warning.TooSmall))]
    [InlineData(500, 500, 180, 250, null)]
    [InlineData(1200, 1600, 40, 90, typeof(Warning.TooDark))]
    [InlineData(1200, 1600, 40, 200, null)]
    [InlineData(1200, 1600, 60, 90, null)]
    public void Small_and_dark_pictures_are_told(int width, int height, int brightness, int highlight, Type? warning)
    {
        var file = Good with { Look = new PictureLook.Picture(width, height, brightness, highlight) };

        Assert.Equal(warning, WarningRules.Of(Subject("1.1.a"), [file], [], [], Words).Warnings.SingleOrDefault()?.GetType());
    }

    [Theory]
    [InlineData("12-од", 16, true)] // one number, two dates
    [InlineData("12-ОД", 16, true)]
    [InlineData("12/од", 16, true)]
    [InlineData("12-од", 15, false)] // one act for two points
    [InlineData("13-од", 16, false)] // two acts
    [InlineData("б/н", 16, false)]
    public void One_number_with_two_dates_is_suspicious(string number, int day, bool isSuspicious) =>
        Assert.Equal(isSuspicious, WarningRules.Of(Subject("1.1.a"), [Good], [], [Named("1.1.b", number, day)], Words).Warnings is [Warning.DocumentDiffers]);

    [Theory]
    [InlineData("13-од", 15, true)]
    [InlineData("12-од", 15, false)]
    public void One_file_under_two_numbers_is_suspicious(string number, int day, bool isSuspicious)
    {
        var named = Named("1.1.b", number, day);

        var found = WarningRules.Of(Subject("1.1.a"), [Good], [new SameEvidence(1, named.Report, true)], [named], Words);

        Assert.Equal(isSuspicious, found.Warnings.Any(warning => warning is Warning.DocumentDiffers));
    }

    [Fact]
    public void Numbers_without_mark_of_their_own_report_are_not_compared_with_themselves()
    {
        var subject = Subject("1.1.a");
        var own = new NamedElsewhere(Other(subject.Report.Id, "1.1.a", School), new NamedDocument("12-од", new DateOnly(2024, 4, 16)));

        Assert.Empty(WarningRules.Of(subject, [Good], [], [own], Words).Warnings);
    }

    [Fact]
    public void Words_are_found_in_names_of_files_and_in_answers()
    {
        var chat = Subject("1.2.a", ("chat.title", "Список учеников"), ("chat.members", "5"));

        Assert.Equal<Warning>([new Warning.PersonalData("Чат", "Список учеников")], WarningRules.Of(chat, [], [], [], Words).Warnings);
        Assert.Equal<Warning>(
            [new Warning.PersonalData("Списки учеников.jpg", "Списки учеников")],
            WarningRules.Of(Subject("1.1.a"), [Good with { Name = "Списки учеников.jpg" }], [], [], Words).Warnings);
    }

    [Fact]
    public void What_could_not_be_seen_in_small_is_looked_at_by_itself()
    {
        Assert.Equal(Hindrance.FileMissing, WarningRules.Of(Subject("1.1.a"), [], [], [], Words).Hindrance);
        Assert.Equal(Hindrance.FileMissing, WarningRules.Of(Subject("1.1.a"), [Good with { State = "pending", Sha256 = null, Look = new PictureLook.Unseen() }], [], [], Words).Hindrance);
        Assert.Equal(Hindrance.NotLookedAt, WarningRules.Of(Subject("1.1.a"), [Good with { Look = new PictureLook.Unseen() }], [], [], Words).Hindrance);
        Assert.Equal(Hindrance.HasToBeOpened, WarningRules.Of(Subject("1.1.a"), [Good with { Look = new PictureLook.NoPicture() }], [], [], Words).Hindrance);
        var excuse = Subject("1.1.a", ("reason", "у нас нет такого"));
        Assert.Equal(Hindrance.SaysNotConcerned, WarningRules.Of(excuse with { Report = excuse.Report with { Kind = ReportKind.NotApplicable } }, [], [], [], Words).Hindrance);
        Assert.Equal(Hindrance.ToldByPhone, WarningRules.Of(excuse with { Report = excuse.Report with { Kind = ReportKind.ByPhone } }, [], [], [], Words).Hindrance);
    }

    private static (int, Hindrance?) Told(Findings findings) => (findings.Warnings.Length, findings.Hindrance);

    private static EvidenceFile File(long id, string name, PictureLook look) => new(id, "photo", name, 100_000, "stored", new string('a', 64), look);

    private static OtherReport Other(long id, string point, Institution institution) => new(id, institution, new LineKey("223-09", point), point, ReportStatus.Reported);

    private static NamedElsewhere Named(string point, string number, int day) => new(Other(2, point, School), new NamedDocument(number, new DateOnly(2024, 4, day)));

    private static WaitingReport Subject(string point, params (string Name, string Value)[] answers)
    {
        if (answers.Length == 0)
        {
            answers = [("document.number", "12-од"), ("document.date", "2024-04-15"), ("files.0", "photo1_22")];
        }

        var line = Orders.FindLine(new LineKey("223-09", point), School.Type) ?? throw new InvalidOperationException(point);
        var report = new Report(
            10, "10", new ReportLine(School.Id, "223-09", point), ReportKind.Done, 1, ReportStatus.Reported,
            answers.ToImmutableSortedDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal), false, 1001, DateTimeOffset.UnixEpoch, null, null);
        return new WaitingReport(report, School, line);
    }
}
