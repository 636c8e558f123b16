using System.Text.Json;
using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Errors;
using Sferum.Bot.Vk.Sending;

namespace Sferum.Bot.Tests.Vk;

public sealed class VkErrorPolicyTests
{
    /// <summary>Every row of <c>vk-platform.md</c> §5: codes and the letters that the row allows.</summary>
    public static TheoryData<string, string> Table => new()
    {
        { "1", "R" }, { "2", "T" }, { "3", "F" }, { "4", "T" }, { "5", "T" }, { "6", "R" }, { "7", "TF" }, { "8", "F" }, { "9", "W" },
        { "10", "R" }, { "11", "T" }, { "12,13", "F" }, { "14", "W" }, { "15", "TF" }, { "16", "F" }, { "17", "-T" }, { "18", "P" },
        { "19", "F" }, { "20,21", "T" }, { "22", "R" }, { "23", "F" }, { "24,25", "-" }, { "27", "TF" }, { "28", "T" }, { "29", "W" },
        { "30", "P" }, { "32", "W" }, { "33", "F" }, { "34,35", "T" }, { "36", "R" }, { "37", "P" }, { "38", "T" }, { "39", "P" },
        { "40", "F" }, { "41", "-" }, { "42", "T" }, { "43", "RW" }, { "100", "F" }, { "101", "F" }, { "103", "W" }, { "104", "F" },
        { "105,106", "R" }, { "113", "P" }, { "114,118,119,121,122,129", "R" }, { "125,150", "F" }, { "200,201,203,260", "FT" },
        { "300", "WT" }, { "600,603", "-" }, { "601", "W" }, { "700,701,702,703,704,711,714", "T" }, { "900,901,902", "P" },
        { "907,908", "-" }, { "909", "F" }, { "910,914", "F" }, { "911", "F" }, { "912", "T" }, { "913", "F" }, { "915,916", "T" },
        { "917", "C" }, { "918", "P" }, { "919,931", "C" }, { "920,921", "F" }, { "922", "C" }, { "924", "F" }, { "925", "C" },
        { "927", "C" }, { "932", "CP" }, { "935", "F" }, { "936", "P" }, { "939,987,988", "P" }, { "940", "F" }, { "942,949,970", "F" },
        { "943", "F" }, { "944", "W" }, { "945,946", "C" }, { "947", "P" }, { "950", "P" }, { "962", "C" }, { "967,1019", "C" },
        { "969", "F" }, { "981", "P" }, { "982", "W" }, { "983", "C" }, { "984", "W" }, { "985", "P" }, { "990", "-" }, { "995", "RW" },
        { "1009,1010,1011", "F" }, { "1012,1017", "C" }, { "1021", "P" }, { "1105,1114,1116,1117,1118", "T" },
        { "1150,1151,1152,1153,1154,1155", "F" }, { "1160,1260", "F" }, { "2000", "T" }, { "3300,3301,3302,3303,3304,3305", "-" },
        { "3609", "T" }, { "3610,3611", "P" }, { "9999", "F" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_row_of_the_table_is_followed(string codes, string letters)
    {
        foreach (var code in codes.Split(',').Select(int.Parse))
            Assert.Contains(Letter(VkErrorPolicy.Of(new VkError(code, "")).Policy, code), letters, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Every_code_of_VKs_schema_has_an_outcome_and_only_those_of_other_sections_are_unknown()
    {
        var folder = RepositoryFolder.FindOrNull(Path.Combine("shared", "vk-schema"));
        Skip.If(folder is null, "shared/vk-schema is not beside this checkout.");
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder!, "errors.json")));
        var known = Table.SelectMany(row => ((string)row[0]).Split(',').Select(int.Parse)).ToHashSet();
        var errors = schema.RootElement.GetProperty("errors").EnumerateObject().Select(error => error.Value.GetProperty("code").GetInt32()).ToList();

        Assert.NotEmpty(errors);
        foreach (var code in errors)
        {
            var error = new VkError(code, "");
            Assert.Equal(known.Contains(code), VkErrorPolicy.Of(error).Policy != VkPolicy.Unknown);
            Assert.NotNull(SendOutcomes.Of(new VkResult<VkSent>.Error(error), 0, hasKeyboard: false));
        }
    }

    [Theory]
    [InlineData(27, 0, "Group authorization failed: method is unavailable with group auth.", VkPolicy.Refuse)]
    [InlineData(27, 0, "Group authorization failed: invalid token", VkPolicy.Alert)]
    [InlineData(15, 1133, "Access denied", VkPolicy.Alert)]
    [InlineData(15, 1134, "Access denied", VkPolicy.Alert)]
    [InlineData(15, 0, "Access denied", VkPolicy.Refuse)]
    [InlineData(77_777, 0, "Something new", VkPolicy.Unknown)]
    internal void Codes_with_two_meanings_are_told_apart(int code, int subcode, string message, VkPolicy policy) =>
        Assert.Equal(policy, VkErrorPolicy.Of(new VkError(code, message, subcode)).Policy);

    /// <summary>Code, attempts made before, with a keyboard, what the ledger is told.</summary>
    public static TheoryData<int, int, bool, SendOutcome> Outcomes => new()
    {
        { 6, 0, true, new SendOutcome.Retry(6, "x", Uncertain: false) },
        { 10, 9, true, new SendOutcome.Retry(10, "x", Uncertain: true) },
        { 36, 0, true, new SendOutcome.Retry(36, "x", Uncertain: true) },
        { 9, 0, true, new SendOutcome.Wait(9, "x", TimeSpan.FromMinutes(5)) },
        { 29, 0, true, new SendOutcome.Wait(29, "x", TimeSpan.FromMinutes(10)) },
        { 29, 2, true, new SendOutcome.Wait(29, "x", TimeSpan.FromMinutes(40)) },
        { 29, 20, true, new SendOutcome.Wait(29, "x", TimeSpan.FromMinutes(160)) },
        { 43, 0, true, new SendOutcome.Retry(43, "x", Uncertain: false) },
        { 43, 3, true, new SendOutcome.Wait(43, "x", TimeSpan.FromMinutes(80)) },
        { 105, 0, true, new SendOutcome.Retry(105, "x", Uncertain: false) },
        { 105, 1, true, new SendOutcome.Refused(105, "x") },
        { 5, 0, true, new SendOutcome.Alert(5, "x") },
        { 901, 0, true, new SendOutcome.Unreachable(901, "x") },
        { 917, 0, true, new SendOutcome.Unreachable(917, "x") },
        { 77_777, 0, true, new SendOutcome.Unreachable(77_777, "x") },
        { 911, 0, true, new SendOutcome.KeyboardRefused(911, "x") },
        { 912, 0, true, new SendOutcome.KeyboardRefused(912, "x") },
        { 911, 0, false, new SendOutcome.Refused(911, "x") },
        { 100, 0, true, new SendOutcome.Refused(100, "x") },
        { 25, 0, true, new SendOutcome.Refused(25, "x") },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void The_ledger_is_told_by_the_policy(int code, int attempts, bool hasKeyboard, SendOutcome outcome) =>
        Assert.Equal(outcome, SendOutcomes.Of(new VkResult<VkSent>.Error(new VkError(code, "x")), attempts, hasKeyboard));

    [Fact]
    public void A_fault_of_the_network_is_tried_again_and_stays_uncertain() => Assert.Equal(
        new SendOutcome.Retry(0, "timeout", Uncertain: true),
        SendOutcomes.Of(new VkResult<VkSent>.Fault(new VkFault("timeout", Uncertain: true)), 0, hasKeyboard: false));

    private static string Letter(VkPolicy policy, int code) => policy switch
    {
        VkPolicy.Retry or VkPolicy.RetryOnce or VkPolicy.RetryThenWait => "R",
        VkPolicy.Wait => "W",
        VkPolicy.Refuse => "F",
        VkPolicy.DropKeyboard => code == 912 ? "T" : "F",
        VkPolicy.Alert => "T",
        VkPolicy.Unreachable => "P",
        VkPolicy.ChatUnusable => "C",
        VkPolicy.NotExpected => "-",
        _ => "unknown",
    };
}
