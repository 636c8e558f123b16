namespace Sferum.Bot.Dialogs.Texts;

/// <summary>Which of three forms a number asks for: 1 день, 2 дня, 5 дней; a fraction takes the second («1,5 дня»).</summary>
internal static class RussianPlural
{
    public static string Form(decimal number, string one, string few, string many)
    {
        if (number != decimal.Truncate(number))
        {
            return few;
        }

        var tens = (int)(Math.Abs(number) % 100);
        return (tens, tens % 10) switch
        {
            ( >= 11 and <= 14, _) => many,
            (_, 1) => one,
            (_, >= 2 and <= 4) => few,
            _ => many,
        };
    }
}
