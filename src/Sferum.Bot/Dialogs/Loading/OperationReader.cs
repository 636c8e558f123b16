using System.Collections.Immutable;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Compiled;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Loading;

/// <summary>Reads <c>do</c>: slot operations and effects by name.</summary>
internal sealed class OperationReader(LiquidReader liquid)
{
    private const string Set = "set";
    private const string Clear = "clear";
    private const string TakeFields = "take_fields";
    private const string ReadFields = "read_fields";
    private const string TakeChat = "take_chat";
    private const string DropLastField = "drop_last_field";
    private const string LoadAnswers = "load_answers";
    private const string Remember = "remember";

    public ImmutableArray<Operation> Read(DataNode node)
    {
        if (!node.Exists)
        {
            return [];
        }

        var items = node.IsList ? node.Items() : [node];
        return [.. items.SelectMany(One)];
    }

    private IEnumerable<Operation> One(DataNode node)
    {
        if (node.IsText)
        {
            return Named(node.Text("действие"), null, node);
        }

        return node.Members().SelectMany(m => Named(m.Key, m.Value, m.Value)).ToList();
    }

    private IEnumerable<Operation> Named(string name, DataNode? args, DataNode place)
    {
        switch (name)
        {
            case Set:
                return [new Operation.Set(Values(args))];
            case Clear:
                return [new Operation.Clear(Names(args, place))];
            case TakeFields:
                return [new Operation.TakeFields()];
            case ReadFields:
                return [new Operation.ReadFields()];
            case TakeChat:
                return [new Operation.TakeChat()];
            case DropLastField:
                return [new Operation.DropLastField()];
            case LoadAnswers:
                return [new Operation.LoadAnswers()];
            case Remember:
                return [new Operation.Remember()];
            default:
                if (!EffectKind.All.TryGetValue(name, out var kind))
                {
                    var known = EffectKind.All.Keys.Concat([Set, Clear, TakeFields, ReadFields, TakeChat, DropLastField, LoadAnswers, Remember]).Order(StringComparer.Ordinal);
                    place.Complain($"Нет действия «{name}». Есть: {string.Join(", ", known)}.");
                    return [];
                }

                return [Emit(kind, args, place)];
        }
    }

    private Operation.Emit Emit(EffectKind kind, DataNode? args, DataNode place)
    {
        var values = Values(args);
        foreach (var missing in kind.Args.Except(values.Select(v => v.Name)))
        {
            place.Complain($"Действию {kind.Name} нужно значение «{missing}». Пример: {kind.Name}: {{ {missing}: \"…\" }}.");
        }

        foreach (var extra in values.Select(v => v.Name).Except(kind.Args).Except(kind.Optional))
        {
            place.Complain($"У действия {kind.Name} нет значения «{extra}». Есть: {(kind.Args.IsEmpty ? "никаких" : string.Join(", ", kind.Args.Concat(kind.Optional)))}.");
        }

        return new Operation.Emit(kind, values, place.Place);
    }

    private ImmutableArray<NamedText> Values(DataNode? node)
    {
        if (node is not { Exists: true } || (node.IsText && node.TextOrNull() is null))
        {
            return [];
        }

        var values = ImmutableArray.CreateBuilder<NamedText>();
        foreach (var (name, value) in node.Members())
        {
            // An empty value ("") is a good one to set.
            var empty = value.IsText && string.IsNullOrWhiteSpace(value.TextOrNull());
            values.Add(new NamedText(name, empty ? new DialogText("", null) : liquid.Text(value, "значение", Variables.OfState)));
        }

        return values.ToImmutable();
    }

    private ImmutableArray<DialogText> Names(DataNode? node, DataNode place)
    {
        if (node is null)
        {
            place.Complain("Не указано, что забыть. Пример: clear: answers.");
            return [];
        }

        return [.. (node.IsList ? node.Items() : [node]).Select(n => liquid.Text(n, "имя", Variables.OfState))];
    }
}
