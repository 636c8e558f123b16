using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Sferum.VkSimulator.Methods;

/// <summary>
/// Parses <c>return EXPRESSION;</c> where the expression may hold <c>API.section.method({…})</c>, arrays, objects and
/// literals in JSON or JavaScript form. Anything else is error 12.
/// </summary>
internal sealed class ScriptParser(string code)
{
    /// <summary>Deeper nesting is refused: the parser is recursive.</summary>
    private const int Deepest = 64;

    private int _at;
    private int _depth;

    public ScriptNode Parse()
    {
        if (Word() != "return")
            throw Fault("return expected");
        var node = Expression();
        Accept(';');
        SkipSpace();
        return _at == code.Length ? node : throw Fault("end of code expected");
    }

    private ScriptNode Expression()
    {
        if (++_depth > Deepest)
            throw Fault("nesting is too deep");
        SkipSpace();
        var node = Peek() switch
        {
            '[' => Array(),
            '{' => Object(),
            '"' or '\'' => new ScriptNode.Literal(JsonValue.Create(Quoted())),
            '-' or (>= '0' and <= '9') => Number(),
            _ => Named(),
        };
        _depth--;
        return node;
    }

    private ScriptNode.Array Array()
    {
        var items = new List<ScriptNode>();
        Expect('[');
        while (!Accept(']'))
        {
            items.Add(Expression());
            if (!Accept(','))
            {
                Expect(']');
                break;
            }
        }

        return new ScriptNode.Array(items);
    }

    private ScriptNode.Object Object()
    {
        var members = new List<(string, ScriptNode)>();
        Expect('{');
        while (!Accept('}'))
        {
            SkipSpace();
            var name = Peek() is '"' or '\'' ? Quoted() : Word();
            Expect(':');
            members.Add((name, Expression()));
            if (!Accept(','))
            {
                Expect('}');
                break;
            }
        }

        return new ScriptNode.Object(members);
    }

    private ScriptNode Named() => Word() switch
    {
        "true" => new ScriptNode.Literal(JsonValue.Create(true)),
        "false" => new ScriptNode.Literal(JsonValue.Create(false)),
        "null" => new ScriptNode.Literal(null),
        "API" => Call(),
        var other => throw Fault($"unexpected {other}"),
    };

    private ScriptNode.Call Call()
    {
        var name = new StringBuilder();
        while (Accept('.'))
            name.Append(name.Length == 0 ? "" : ".").Append(Word());
        if (name.Length == 0)
            throw Fault("method name expected");
        Expect('(');
        SkipSpace();
        var arguments = Peek() == '{' ? Object() : new ScriptNode.Object([]);
        Expect(')');
        return new ScriptNode.Call(name.ToString(), arguments);
    }

    private ScriptNode.Literal Number()
    {
        var start = _at;
        while (_at < code.Length && (char.IsAsciiDigit(code[_at]) || code[_at] is '-' or '+' or '.' or 'e' or 'E'))
            _at++;
        var text = code.AsSpan(start, _at - start);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return new ScriptNode.Literal(JsonValue.Create(whole));
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction)
            ? new ScriptNode.Literal(JsonValue.Create(fraction))
            : throw Fault("wrong number");
    }

    private string Quoted()
    {
        var quote = code[_at++];
        var text = new StringBuilder();
        while (_at < code.Length && code[_at] != quote)
        {
            if (code[_at] is '\n' or '\r')
                throw Fault("line end in a string");
            text.Append(code[_at] == '\\' ? Escaped() : code[_at++]);
        }

        if (_at == code.Length)
            throw Fault("string is not closed");
        _at++;
        return text.ToString();
    }

    private char Escaped()
    {
        _at++;
        if (_at == code.Length)
            throw Fault("string is not closed");
        var escape = code[_at++];
        if (escape == 'u')
        {
            if (_at + 4 > code.Length ||
                !ushort.TryParse(code.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
                throw Fault("wrong \\u escape");
            _at += 4;
            return (char)unit;
        }

        return escape switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            _ => escape,
        };
    }

    private string Word()
    {
        SkipSpace();
        var start = _at;
        while (_at < code.Length && (char.IsAsciiLetterOrDigit(code[_at]) || code[_at] is '_' or '$'))
            _at++;
        return _at > start ? code[start.._at] : throw Fault(_at < code.Length ? $"unexpected {code[_at]}" : "unexpected end");
    }

    private char Peek() => _at < code.Length ? code[_at] : '\0';

    private bool Accept(char expected)
    {
        SkipSpace();
        if (Peek() != expected || _at == code.Length)
            return false;
        _at++;
        return true;
    }

    private void Expect(char expected)
    {
        if (!Accept(expected))
            throw Fault($"{expected} expected");
    }

    private void SkipSpace()
    {
        while (_at < code.Length && char.IsWhiteSpace(code[_at]))
            _at++;
    }

    private VkRefusal Fault(string what) => new(VkError.Of(12, $"{what} at position {_at}"));
}
