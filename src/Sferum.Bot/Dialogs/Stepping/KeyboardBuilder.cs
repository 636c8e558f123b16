using System.Collections.Immutable;
using System.Globalization;
using Sferum.Bot.Dialogs.Compiled;
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
        var limits = KeyboardLimits.Of(template.Inline);
        var blocks = template.Rows.Select(r => Realise(r, scope)).ToList();
        var fixedRows = blocks.Sum(b => b.Items is null ? b.Rows.Count : 0);
        var fixedButtons = blocks.Sum(b => b.Items is null ? b.Rows.Sum(r => r.Length) : 0);
        var lists = blocks.Count(b => b.Items is { Count: > 0 });
        var pages = 1;

        foreach (var block in blocks.Where(b => b.Items is { Count: > 0 }))
        {
            var fits = Capacity(block, (limits.Rows - fixedRows) / lists, (limits.Buttons - fixedButtons) / lists);
            if (block.Items!.Count > fits) // filtered above
            {
                fits = Capacity(block, (limits.Rows - fixedRows - 1) / lists, (limits.Buttons - fixedButtons - 1) / lists);
            }

            block.PerPage = Math.Max(1, fits);
            pages = Math.Max(pages, (block.Items.Count + block.PerPage - 1) / block.PerPage);
        }

        var page = Page(scope) % pages;
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Button>>();
        var generated = ImmutableArray.CreateBuilder<Button>();
        var lastList = blocks.FindLastIndex(b => b.Items is { Count: > 0 });
        foreach (var (index, block) in blocks.Index())
        {
            var shown = block.Items is null ? block.Rows : block.Arrange(page);
            rows.AddRange(shown);
            if (block.Items is not null)
            {
                generated.AddRange(shown.SelectMany(r => r));
            }

            if (index == lastList && pages > 1 && paging is not null)
            {
                rows.Add([Turn(paging, page, pages, scope)]);
            }
        }

        return new BuiltKeyboard(new Keyboard(template.Inline, Cut(rows, limits)), generated.ToImmutable());
    }

    /// <summary>The engine's own part of a payload; a forged one gives the first page.</summary>
    private static int Page(DialogScope scope) =>
        int.TryParse(scope.Slots.GetValueOrDefault(PageSlot), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;

    private static Button Turn(Paging paging, int page, int pages, DialogScope scope)
    {
        var next = (page + 1) % pages;
        return new Button(
            Label((next == 0 ? paging.First : paging.Next).Render(scope)),
            PageCommand,
            DialogScope.NoValues.Add("page", next.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>How many items fit into so many rows and buttons.</summary>
    private static int Capacity(Block block, int rows, int buttons)
    {
        var width = block.Items!.Max(i => i.Length); // only called for blocks with items
        var perRow = block.Columns is { } columns ? Math.Max(1, columns / width) : 1;
        return Math.Min(block.Most, Math.Min(rows * perRow, buttons / width));
    }

    private static Block Realise(RowTemplate row, DialogScope scope)
    {
        switch (row)
        {
            case RowTemplate.Fixed:
                var buttons = Realise(row.Buttons, scope);
                return new Block { Rows = buttons.Length == 0 ? [] : [buttons] };
            case RowTemplate.Generated list:
                var items = new List<ImmutableArray<Button>>();
                foreach (var item in list.Source.Evaluate(scope).Enumerate(scope.Context).Take(MostItems))
                {
                    scope.Context.EnterChildScope();
                    scope.Context.SetValue(list.Variable, item);
                    var made = Realise(list.Buttons, scope);
                    scope.Context.ReleaseScope();
                    if (made.Length > 0)
                    {
                        items.Add(made);
                    }
                }

                return new Block { Items = items, Most = list.Most, Columns = list.Columns };
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

            var args = template.Args.ToImmutableSortedDictionary(a => a.Name, a => a.Text.Render(scope), StringComparer.Ordinal);
            var label = Label(template.Label.Render(scope));
            if (label.Length > 0 && PayloadSize.Fits(template.Command, args))
            {
                buttons.Add(new Button(label, template.Command, args, template.Color, template.Link?.Render(scope)));
            }
        }

        return buttons.ToImmutable();
    }

    private static string Label(string text)
    {
        var line = text.Replace('\n', ' ');
        return line.Length <= KeyboardLimits.Label ? line : line[..(KeyboardLimits.Label - 1)].TrimEnd() + "…";
    }

    /// <summary>The loader refuses templates that overflow; this is for lists whose fixed rows leave them one item only.</summary>
    private static ImmutableArray<ImmutableArray<Button>> Cut(IEnumerable<ImmutableArray<Button>> rows, KeyboardLimits limits)
    {
        var left = limits.Buttons;
        return [.. rows.Where(r => r.Length > 0).Take(limits.Rows).TakeWhile(r => (left -= r.Length) >= 0)];
    }

    /// <summary>Rows of one template row: fixed ones, or a list to be paged.</summary>
    private sealed class Block
    {
        public List<ImmutableArray<Button>> Rows { get; init; } = [];

        public List<ImmutableArray<Button>>? Items { get; init; }

        public int Most { get; init; }

        public int? Columns { get; init; }

        public int PerPage { get; set; }

        public List<ImmutableArray<Button>> Arrange(int page)
        {
            var items = Items!.Skip(page * PerPage).Take(PerPage); // only called for lists
            return Columns is { } columns
                ? [.. items.SelectMany(i => i).Chunk(columns).Select(c => c.ToImmutableArray())]
                : [.. items];
        }
    }
}

/// <param name="Generated">Buttons made from lists, in order: those a typed number picks.</param>
internal sealed record BuiltKeyboard(Keyboard Keyboard, ImmutableArray<Button> Generated);
