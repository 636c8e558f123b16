using System.Diagnostics;
using System.Text.Json;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;

namespace Sferum.Bot.Tests.Commands;

/// <summary>The command that other programs ask: its form is relied on.</summary>
public sealed class AskTests
{
    [Fact]
    public async Task Lines_of_JSON_get_an_answer_each_and_rubbish_is_told_of()
    {
        var (code, output, errors) = await AskAsync(
            """
            {"question":"до какого числа надо отчитаться","role":"director","org_type":"МОУ"}
            {"question":"не подтверждается роль уже неделю","role":"teacher","org_type":"-"}
            {"question":"какая завтра погода в твери"}
            это не JSON
            {"question":"привет"}
            """,
            "--json");

        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(4, answers.Length);
        Assert.Equal("answer", answers[0].GetProperty("kind").GetString());
        Assert.Equal("order-deadline", answers[0].GetProperty("topic").GetString());
        Assert.Contains("19.04.2024", answers[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("№ 223-09, п. 1", answers[0].GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, answers[0].GetProperty("candidates").GetArrayLength());
        Assert.Equal("none", answers[2].GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, answers[2].GetProperty("topic").ValueKind);
        Assert.Equal("none", answers[3].GetProperty("kind").GetString());
        Assert.Contains("это не JSON", errors, StringComparison.Ordinal);
        Assert.Equal(2, code);
    }

    [Fact]
    public async Task A_file_of_questions_is_measured()
    {
        var file = Path.Combine(RepositoryFolder.Find("tests/Sferum.Bot.Tests/Answers"), "dev.tsv");
        var (code, output, _) = await AskAsync("", "--evaluate", file);

        Assert.Equal(0, code);
        Assert.Contains("190", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("нет-такого-файла.tsv")]
    public async Task A_file_that_is_not_there_is_wrong_use(string file) => Assert.Equal(2, (await AskAsync("", "--evaluate", file)).Code);

    private static async Task<(int Code, string Output, string Errors)> AskAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Sferum.Bot.Messaging.IMessageTransport).Assembly.Location, "ask", "--path", DialogFolder.Root, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The command did not start");
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output, await errors);
    }
}
