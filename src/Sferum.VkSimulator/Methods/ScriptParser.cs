using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Sferum.VkSimulator.Methods;

/// <summary>
/// Parses <c>return EXPRESSION;</c> where the expression may hold <c>API.section.method({…})</c>, variables, arrays, objects
/// and literals in JSON or JavaScript form, after any number of <c>var NAME = EXPRESSION;</c>, <c>NAME = EXPRESSION;</c> and
/// <c>if (EXPRESSION) { … }</c>. Anything else is error 12.
/// </summary>
internal sealed class ScriptParser(string code)
{
    /// <summary>Deeper nesting is refused: the parser is recursive.</summary>
    private const int Deepest = 64;

    private readonly HashSet<string> _variables = new(StringComparer.Ordinal);
    private int _at;
    private int _depth;

    public ScriptProgram Parse()
    {
        var statements = new List<ScriptStatement>();
        string word;
        while ((word = Word()) != "return")
            statements.Add(Statement(word));
        var returned = Expression();
        Accept(';');
        SkipSpace();
        return _at == code.Length ? new ScriptProgram(statements, returned) : throw Fault("end of code expected");
    }

    /// <param name="word">With which it begins; already read.</param>
    private ScriptStatement Statement(string word) => word switch
    {
        "if" => Condition(),
        "var" => NewVariable(),
        _ => Assignment(Known(word)),
    };

    private ScriptStatement.Assignment NewVariable()
    {
        var assignment = Assignment(Word());
        _variables.Add(assignment.Name);
        return assignment;
    }

    private ScriptStatement.Assignment Assignment(string name)
    {
        Expect('=');
        var value = Expression();
        Expect(';');
        return new ScriptStatement.Assignment(name, value);
    }

    private string Known(string name) => _variables.Contains(name) ? name : throw Fault($"unexpected {name}");

    private ScriptStatement.Condition Condition()
    {
        Deeper();
        Expect('(');
        var test = Expression();
        Expect(')');
        Expect('{');
        var body = new List<ScriptStatement>();
        while (!Accept('}'))
            body.Add(Statement(Word()));
        _depth--;
        return new ScriptStatement.Condition(test, body);
    }

    private ScriptNode Expression()
    {
        Deeper();
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

    private void Deeper()
    {
        if (++_depth > Deepest)
            throw Fault("nesting is too deep");
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
        var name => new ScriptNode.Variable(Known(name)),
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
