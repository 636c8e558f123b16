using Fluid;
using Fluid.Ast;
using Fluid.Parser;
using Parlot;
using Parlot.Fluent;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>Liquid with parentheses, able to read a bare expression (<c>line.status != 'accepted'</c>) too. For the loader only.</summary>
internal sealed class LiquidParser : FluidParser
{
    private readonly Parser<Expression> _expression;

    public LiquidParser()
        : base(new FluidParserOptions { AllowParentheses = true, AllowFunctions = false })
    {
        _expression = FilterExpression.AndSkip(Literals.WhiteSpace(true).Optional()).Eof();
    }

    /// <summary>Null with <paramref name="error"/> filled when the text is no expression.</summary>
    public Expression? ParseExpression(string text, out string error)
    {
        var context = new FluidParseContext(text);
        var result = default(ParseResult<Expression>);
        error = "";
        try
        {
            if (_expression.Parse(context, ref result))
            {
                return result.Value;
            }
        }
        catch (Parlot.ParseException e)
        {
            error = e.Message;
            return null;
        }

        var rest = text[Math.Min(context.Scanner.Cursor.Offset, text.Length)..].Trim();
        error = rest.Length == 0 ? "unexpected end" : $"unexpected «{rest}»";
        return null;
    }
}
