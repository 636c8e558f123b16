using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sferum.Bot.DataFiles;

/// <summary>
/// Looks at a YAML text as a stream, before a tree is made of it: a tree is made and read by recursion, and one nested
/// without end would end the process.
/// </summary>
internal static class YamlShape
{
    private const int Deepest = 30;

    /// <param name="plain">Anchors and aliases are a fault.</param>
    /// <returns>The first fault; null when there is none.</returns>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public static (int Line, string Message)? FaultOf(string text, bool plain)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        var documents = 0;
        var anchors = new YamlAnchors();
        var line = 1;
        while (true)
        {
            try
            {
                if (!parser.MoveNext())
                {
                    return null;
                }
            }
            catch (InvalidOperationException)
            {
                // At a key behind a bracket that is not closed the parser throws what is no fault of YAML to it.
                return (line, "Фигурная или квадратная скобка, открытая в этой строке или выше, не закрыта. Закройте её.");
            }
            catch (ArgumentOutOfRangeException)
            {
                return (line, "В этой строке или ниже знак записан кодом (\\x, \\u или \\U), а знака с таким кодом нет. Напишите сам знак.");
            }

            line = (int)(parser.Current?.Start.Line ?? 0);
            depth += parser.Current?.NestingIncrease ?? 0;
            if (depth > Deepest)
            {
                return (line, $"Вложенность больше {Deepest} уровней. Проверьте скобки и отступы.");
            }

            if (parser.Current is DocumentStart && ++documents > 1)
            {
                return (line, "Отсюда начинается второй документ YAML («---»), а файл читается как один. Удалите эту строку или разделите файл.");
            }

            if (plain && parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                return (line, "Ссылки YAML (& и *) здесь не допускаются. Напишите значение целиком; если это текст, возьмите его в кавычки.");
            }

            if (!anchors.Take(parser.Current))
            {
                return (line, "Ссылка YAML (*) стоит раньше того, на что указывает, или внутри него. Поставьте её после, или напишите значение целиком.");
            }
        }
    }
}
