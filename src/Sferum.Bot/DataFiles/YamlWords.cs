using YamlDotNet.Core;

namespace Sferum.Bot.DataFiles;

/// <summary>What the parser complains of, for whoever edits the file: its own words are English and speak of tokens.</summary>
internal static class YamlWords
{
    /// <summary>Some words of the parser, and what is most often the cause. The first that fits holds.</summary>
    private static readonly (string Said, string Means)[] Known =
    [
        ("uplicate key", "такой ключ здесь уже есть. Оставьте один из двух."),
        ("could not find expected ':'", "после ключа нет двоеточия. Допишите «: » или исправьте отступ."),
        ("invalid mapping", "двоеточие стоит там, где его быть не может. Если это часть текста, возьмите весь текст в кавычки; если ключ, исправьте отступ."),
        ("apping values are not allowed", "двоеточие стоит там, где его быть не может. Если это часть текста, возьмите весь текст в кавычки."),
        ("cannot start any token", "строка начинается со знака, с которого текст начинаться не может, или отступ сделан табуляцией. Возьмите текст в кавычки, табуляцию замените пробелами."),
        ("tab", "отступ сделан табуляцией. Замените её пробелами."),
        ("unexpected end of stream", "кавычка или скобка открыта и не закрыта."),
        ("unexpected document indicator", "внутри кавычек стоит «---» или «...». Закройте кавычку раньше."),
        ("expected ',' or ']'", "квадратная скобка не закрыта, или между значениями нет запятой."),
        ("expected ',' or '}'", "фигурная скобка не закрыта, или между значениями нет запятой."),
        ("did not find expected '-'", "в списке есть строка без «- » или с другим отступом."),
        ("did not find expected key", "отступ не такой, как у соседних строк, или перед этой строкой не закрыта кавычка."),
        ("anchor or alias", "знаки & и * в начале значения значат особое. Возьмите текст в кавычки."),
        ("unknown escape", "знак «\\» в двойных кавычках значит особое. Возьмите текст в одинарные кавычки."),
        ("expected", "строка не на своём месте. Проверьте отступы, двоеточия и кавычки в ней и в строке выше."),
    ];

    public static string Of(YamlException fault) =>
        Known.FirstOrDefault(known => fault.Message.Contains(known.Said, StringComparison.OrdinalIgnoreCase)).Means
        ?? "проверьте отступы, двоеточия и кавычки в этой строке.";
}
