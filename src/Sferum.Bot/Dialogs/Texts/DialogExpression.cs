using Fluid.Ast;
using Fluid.Values;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>A Liquid expression of a dialog file: a condition (<c>when</c>) or a list (<c>for</c>).</summary>
internal sealed record DialogExpression(string Source, Expression Expression)
{
    public bool Holds(DialogScope scope) => Evaluate(scope).ToBooleanValue();

    public FluidValue Evaluate(DialogScope scope)
    {
        // Nothing in the scope waits for anything, so the task is complete already.
        var task = Expression.EvaluateAsync(scope.Context);
        return task.IsCompletedSuccessfully ? task.Result : task.AsTask().GetAwaiter().GetResult();
    }
}
