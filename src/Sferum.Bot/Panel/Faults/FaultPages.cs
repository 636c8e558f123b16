using Microsoft.AspNetCore.Http.HttpResults;

namespace Sferum.Bot.Panel.Faults;

/// <summary>Pages that say why there is nothing else to see.</summary>
internal static class FaultPages
{
    public static RazorComponentResult SignedOut => Of(
        StatusCodes.Status401Unauthorized,
        "Вы не вошли",
        "Напишите боту во ВКонтакте «панель»: он пришлёт ссылку для входа. Если вы уже входили, то сеанс закончился.");

    public static RazorComponentResult Forbidden => Of(
        StatusCodes.Status403Forbidden,
        "Это вам недоступно",
        "Ничего не изменено. Решения по отчётам и пунктам принимают специалист и тот, кто его замещает. Замещающих назначают специалист и администратор.");

    public static RazorComponentResult NotFound => Of(StatusCodes.Status404NotFound, "Такой страницы нет", "Возможно, адрес набран с ошибкой или запись удалена.");

    public static RazorComponentResult DeadLink => Of(
        StatusCodes.Status404NotFound, "Ссылка не действует", "Ссылка для входа действует 10 минут и один раз. Напишите боту «панель», он пришлёт новую.");

    public static RazorComponentResult Outdated => Of(
        StatusCodes.Status400BadRequest, "Страница устарела", "Ничего не изменено. Вернитесь назад, обновите страницу и повторите.");

    public static RazorComponentResult TooMany => Of(
        StatusCodes.Status429TooManyRequests, "Слишком часто", "За последнюю минуту от вас пришло слишком много запросов. Подождите минуту и попробуйте снова.");

    public static RazorComponentResult TooMuch => Of(
        StatusCodes.Status422UnprocessableEntity, "Записей слишком много", "Столько в один файл не поместится. Вернитесь в журнал, выберите дни и выгрузите по частям.");

    public static RazorComponentResult Crashed => Of(
        StatusCodes.Status500InternalServerError,
        "Что-то сломалось",
        "Это ошибка программы, она записана в журнал. Попробуйте через минуту; если не поможет, скажите администратору бота, когда это случилось.");

    public static RazorComponentResult Left => Of(StatusCodes.Status200OK, "Вы вышли", "Чтобы войти снова, напишите боту «панель».");

    public static RazorComponentResult TooLarge => Of(
        StatusCodes.Status413PayloadTooLarge, "Слишком большой файл", "Ничего не загружено. Вернитесь назад и выберите другой файл.");

    /// <summary>For a refusal that came from before any address of ours and has no page yet.</summary>
    public static RazorComponentResult Refused(int status) => status switch
    {
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status429TooManyRequests => TooMany,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        >= StatusCodes.Status500InternalServerError => Crashed,
        _ => Of(status, "Запрос не понят", "Ничего не изменено. Вернитесь назад, обновите страницу и повторите."),
    };

    private static RazorComponentResult Of(int status, string title, string text) => PanelPage.Of<FaultPage>(new { Title = title, Text = text }, status);
}
