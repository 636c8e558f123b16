namespace Sferum.Bot.VkNet.ServiceAccount;

/// <summary>Login and password of the service account: from the environment or a prompt, and kept nowhere.</summary>
internal sealed record Credentials(string Login, string Password)
{
    public const string LoginVariable = "ServiceAccount__Login";
    public const string PasswordVariable = "ServiceAccount__Password";

    /// <summary>Settings under which somebody might write them down, in a file or on a command line that others see.</summary>
    public static IReadOnlyList<string> ForbiddenSettings { get; } = ["ServiceAccount:Login", "ServiceAccount:Password"];

    /// <returns>Null when something is missing and nobody can be asked.</returns>
    public static Credentials? Read(Func<string, string?> environment, Terminal terminal)
    {
        var login = environment(LoginVariable) is { Length: > 0 } known ? known : terminal.Ask("Телефон или почта служебной учётной записи:", false);
        if (login is not { Length: > 0 })
            return null;

        var password = environment(PasswordVariable) is { Length: > 0 } set ? set : terminal.Ask("Пароль (не сохраняется):", true);
        return password is { Length: > 0 } ? new Credentials(login, password) : null;
    }

    /// <summary>Neither shall stand in a log.</summary>
    public override string ToString() => nameof(Credentials);
}
