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
        StatusCodes.Status403Forbidden, "Это вам недоступно", "Вы можете смотреть, но решение здесь принимает специалист.");

    public static RazorComponentResult NotFound => Of(StatusCodes.Status404NotFound, "Такой страницы нет", "Возможно, адрес набран с ошибкой или запись удалена.");

    public static RazorComponentResult DeadLink => Of(
        StatusCodes.Status404NotFound, "Ссылка не действует", "Ссылка для входа действует 10 минут и один раз. Напишите боту «панель», он пришлёт новую.");

    public static RazorComponentResult Outdated => Of(
        StatusCodes.Status400BadRequest, "Страница устарела", "Ничего не изменено. Вернитесь назад, обновите страницу и повторите.");

    public static RazorComponentResult Left => Of(StatusCodes.Status200OK, "Вы вышли", "Чтобы войти снова, напишите боту «панель».");

    private static RazorComponentResult Of(int status, string title, string text) => PanelPage.Of<FaultPage>(new { Title = title, Text = text }, status);
}
