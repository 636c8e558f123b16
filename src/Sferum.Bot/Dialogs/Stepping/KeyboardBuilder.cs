using System.Collections.Immutable;
using System.Globalization;
using Fluid.Values;
using Sferum.Bot.Dialogs.Compiled;
using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Stepping;

/// <summary>
/// Makes a keyboard that VK takes (<c>vk-platform.md</c> §2.2) out of a template and facts: labels are cut, generated
/// rows that do not fit stand on further pages, a button whose payload is too long is left out.
/// </summary>
internal static class KeyboardBuilder
{
    public const string PageCommand = "page";

    public const string PageSlot = "shown.page";

    /// <summary>A longer list is not for buttons; it bounds the work of one step.</summary>
    private const int MostItems = 100;

    public static BuiltKeyboard Build(KeyboardTemplate template, Paging? paging, DialogScope scope)
    {
        var blocks = template.Rows.Select(r => Realise(r, scope)).ToList();
        var limits = KeyboardLimits.Of(template.Inline);
        var pages = KeyboardPages.Of(blocks, limits.Rows, limits.Buttons);
        if (pages.Count > 1)
        {
            pages = KeyboardPages.Of(blocks, limits.Rows - 1, limits.Buttons - 1);
        }

        var number = Math.Min(PageOf(scope), pages.Count - 1);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Button>>();
        var generated = ImmutableArray.CreateBuilder<Button>();
        var lastList = blocks.FindLastIndex(b => b is KeyboardBlock.List);
        foreach (var (index, block) in blocks.Index())
        {
            rows.AddRange(block switch
            {
                KeyboardBlock.Row row => row.Buttons.Length > 0 ? [row.Buttons] : [],
                KeyboardBlock.List list => list.Arrange(pages[number][index]),
                _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}"),
            });
            if (block is KeyboardBlock.List shown)
            {
                generated.AddRange(shown.Items[pages[number][index]].SelectMany(i => i));
            }

            if (index == lastList && pages.Count > 1 && paging is not null)
            {
                rows.Add([Turn(paging, (number + 1) % pages.Count, scope)]);
            }
        }

        return new BuiltKeyboard(new Keyboard(template.Inline, rows.ToImmutable()), generated.ToImmutable());
    }

    /// <summary>The labels of all buttons that there may be, as they are typed; those of conditions that don't hold and of other pages among them.</summary>
    public static IEnumerable<string> Labels(KeyboardTemplate template, Paging? paging, DialogScope scope)
    {
        foreach (var row in template.Rows)
        {
            if (row is RowTemplate.Generated list)
            {
                foreach (var item in ItemsOf(list, scope))
                {
                    foreach (var button in list.DifferentLabels)
                    {
                        scope.Item = (list.Variable, item);
                        var label = button.TypedLabel ?? Typed(button.Label, scope);
                        scope.Item = null;
                        yield return label;
                    }
                }

                if (paging is not null)
                {
                    yield return Typed(paging.Next, scope);
                    yield return Typed(paging.First, scope);
                }
            }
            else
            {
                foreach (var button in row.Buttons)
                {
                    yield return button.TypedLabel ?? Typed(button.Label, scope);
                }
            }
        }
    }

    private static string Typed(DialogText label, DialogScope scope) => TypedWords.Normalise(KeyboardLimits.Cut(label.Render(scope)));

    private static IEnumerable<FluidValue> ItemsOf(RowTemplate.Generated list, DialogScope scope) =>
        list.Source.Evaluate(scope).Enumerate(scope.Context).Take(MostItems);

    /// <summary>The slot is the engine's, but its value came in a payload: a forged one gives the first page.</summary>
    private static int PageOf(DialogScope scope) =>
        int.TryParse(scope.Slots.GetValueOrDefault(PageSlot), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;

    private static Button Turn(Paging paging, int next, DialogScope scope) => new(
        KeyboardLimits.Cut((next == 0 ? paging.First : paging.Next).Render(scope)),
        PageCommand,
        DialogScope.NoValues.Add("page", next.ToString(CultureInfo.InvariantCulture)));

    private static KeyboardBlock Realise(RowTemplate row, DialogScope scope)
    {
        switch (row)
        {
            case RowTemplate.Fixed:
                return new KeyboardBlock.Row(Realise(row.Buttons, scope));
            case RowTemplate.Generated list:
                var items = new List<ImmutableArray<Button>>();
                foreach (var item in ItemsOf(list, scope))
                {
                    scope.Item = (list.Variable, item);
                    var made = list.When is null || list.When.Holds(scope) ? Realise(list.Buttons, scope) : [];
                    scope.Item = null;
                    if (made.Length > 0)
                    {
                        items.Add(made);
                    }
                }

                return new KeyboardBlock.List([.. items], list.Most, list.Columns);
            default:
                throw new InvalidOperationException($"Unknown row {row.GetType().Name}");
        }
    }

    private static ImmutableArray<Button> Realise(ImmutableArray<ButtonTemplate> templates, DialogScope scope)
    {
        var buttons = ImmutableArray.CreateBuilder<Button>(templates.Length);
        foreach (var template in templates)
        {
            if (template.When is { } condition && !condition.Holds(scope))
            {
                continue;
            }

            if ((template.Ready ?? Made(template, scope)) is { } button)
            {
                buttons.Add(button);
            }
        }

        return buttons.DrainToImmutable();
    }

    /// <summary>Null for one that can't be shown.</summary>
    private static Button? Made(ButtonTemplate template, DialogScope scope)
    {
        var args = DialogScope.NoValues;
        foreach (var (name, text) in template.Args)
        {
            args = args.SetItem(name, text.Render(scope));
        }

        var label = KeyboardLimits.Cut(template.Label.Render(scope));
        if (label.Length == 0 || !ButtonPayload.Fits(template.Command, args))
        {
            return null;
        }

        var button = new Button(label, template.Command, args, template.Color, template.Link?.Render(scope));
        if (template.IsLiteral)
        {
            template.Ready = button;
        }

        return button;
    }
}

/// <param name="Generated">Buttons made from lists, in order: those a typed number picks.</param>
internal sealed record BuiltKeyboard(Keyboard Keyboard, ImmutableArray<Button> Generated);
