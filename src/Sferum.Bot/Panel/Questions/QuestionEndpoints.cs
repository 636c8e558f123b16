using Microsoft.AspNetCore.Mvc;
using Sferum.Bot.Orders;
using Sferum.Bot.Panel.Faults;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Panel.Questions;

/// <summary>Answers once for all who asked the same.</summary>
internal static class QuestionEndpoints
{
    public const string Address = $"{PanelRegistration.Root}{Path}";

    public const int LongestAnswer = 2_000;

    private const string Path = "/questions";

    public static void MapQuestions(this RouteGroupBuilder panel)
    {
        panel.MapGet(Path, (HttpContext http, QuestionDesk desk, CancellationToken cancellationToken) => PageAsync(desk, Words(http.Request.Query["said"]), null, cancellationToken));
        panel.MapPost($"{Path}/{{id:long}}/answer", AnswerAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
        panel.MapPost($"{Path}/{{id:long}}/close", CloseAsync).RequireAuthorization(PanelPolicies.Decide);
        panel.MapPost($"{Path}/saved/{{id:long}}/revoke", RevokeAsync).RequireAuthorization(PanelPolicies.Decide);
    }

    private static async Task<IResult> AnswerAsync(
        long id, [FromForm] string? text, [FromForm] string? save, HttpContext http, QuestionDesk desk, DeskActions actions, CancellationToken cancellationToken)
    {
        var (answer, isSaved) = (text?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim() ?? "", save == "yes");
        if (await desk.FindAsync(id, cancellationToken) is null)
        {
            return Back("answered");
        }

        if (FaultOf(answer, isSaved) is { } fault)
        {
            return await PageAsync(desk, null, new TypedAnswer(id, answer, isSaved, fault), cancellationToken);
        }

        var done = await actions.AnswerAsync(http.User.Id(), id, answer, isSaved, cancellationToken);
        return Back(done switch
        {
            { Result: not WriteResult.Done } => "refused",
            { Messages: 0 } => "quietly",
            _ => isSaved ? "saved" : "sent",
        });
    }

    private static async Task<IResult> CloseAsync(long id, HttpContext http, QuestionDesk desk, DeskActions actions, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, cancellationToken) is null ? Back("answered") : Back((await actions.CloseQuestionAsync(http.User.Id(), id, cancellationToken)).Result == WriteResult.Done ? "closed" : "refused");

    private static async Task<IResult> RevokeAsync(long id, HttpContext http, DeskActions actions, CancellationToken cancellationToken) =>
        Back((await actions.RevokeAnswerAsync(http.User.Id(), id, cancellationToken)).Result == WriteResult.Done ? "revoked" : "refused");

    private static async Task<IResult> PageAsync(QuestionDesk desk, string? said, TypedAnswer? typed, CancellationToken cancellationToken) => PanelPage.Of<QuestionsPage>(
        new { Queue = await desk.LookAsync(cancellationToken), Said = said, Typed = typed },
        typed is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static IResult Back(string said) => said == "refused" ? FaultPages.Forbidden : PanelPage.SeeOther($"{Address}?said={said}");

    private static string? FaultOf(string text, bool isSaved) => text.Length switch
    {
        0 => "Напишите ответ.",
        > LongestAnswer => $"Слишком длинно: {text.Length} знаков. Уложитесь, пожалуйста, в {LongestAnswer}.",
        _ when isSaved => DeskActions.FaultOfSaving(text) switch
        {
            null => null,
            "long" => "Для ответа, который бот даёт сам, длинно: нужно до 1200 знаков. Сократите или снимите отметку.",
            "code" => "В ответе есть код: такое бот не должен говорить всем подряд. Уберите его или снимите отметку.",
            "phone" => "В ответе есть номер телефона: такое бот не должен говорить всем подряд. Уберите его или снимите отметку.",
            "email" => "В ответе есть адрес почты: такое бот не должен говорить всем подряд. Уберите его или снимите отметку.",
            "page" => "В ответе есть чья-то страница: такое бот не должен говорить всем подряд. Уберите её или снимите отметку.",
            _ => "В ответе нет слов.",
        },
        _ => null,
    };

    private static string? Words(string? said) => said switch
    {
        "sent" => "✓ Ответ отправлен.",
        "saved" => "✓ Ответ отправлен. На такие вопросы бот теперь отвечает сам; отозвать можно внизу страницы.",
        "quietly" => "Записано. Писать было некому: вопрос старый или без согласия на обработку данных.",
        "answered" => "На этот вопрос уже ответили.",
        "closed" => "Вопрос закрыт. Тем, кто спрашивал, ничего не написано.",
        "revoked" => "Отозвано, больше бот так не отвечает.",
        _ => null,
    };
}

/// <summary>What was typed, shown again with what is wrong with it.</summary>
public sealed record TypedAnswer(long Id, string Text, bool Save, string Fault);
