using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Stepping;

/// <summary>Deals the items of a keyboard's lists out to pages, in order, as many on each as fit beside the fixed rows.</summary>
internal static class KeyboardPages
{
    /// <summary>For each page the range of items of each block (empty for fixed rows); always one page at least.</summary>
    public static List<ImmutableArray<Range>> Of(List<KeyboardBlock> blocks, int rows, int buttons)
    {
        var fixedRows = blocks.OfType<KeyboardBlock.Row>().Where(r => r.Buttons.Length > 0).ToList();
        rows -= fixedRows.Count;
        buttons -= fixedRows.Sum(r => r.Buttons.Length);

        var pages = new List<ImmutableArray<Range>>();
        var starts = new int[blocks.Count];
        var left = blocks.OfType<KeyboardBlock.List>().Sum(l => l.Items.Length);
        do
        {
            var page = Fill(blocks, starts, rows, buttons);
            pages.Add(page);
            var taken = page.Sum(r => r.End.Value - r.Start.Value);
            left = taken == 0 ? 0 : left - taken;
            starts = [.. page.Select(r => r.End.Value)];
        }
        while (left > 0);
        return pages;
    }

    private static ImmutableArray<Range> Fill(List<KeyboardBlock> blocks, int[] starts, int rows, int buttons)
    {
        var page = ImmutableArray.CreateBuilder<Range>(blocks.Count);
        var full = false;
        foreach (var (index, block) in blocks.Index())
        {
            var (start, end) = (starts[index], starts[index]);
            if (block is KeyboardBlock.List list)
            {
                var used = 0;
                while (!full && end < list.Items.Length)
                {
                    var next = used + list.Items[end].Length;
                    full = end - start == list.Most || list.RowsOf(end + 1 - start, next) > rows || next > buttons;
                    if (!full)
                    {
                        used = next;
                        end++;
                    }
                }

                rows -= list.RowsOf(end - start, used);
                buttons -= used;
            }

            page.Add(start..end);
        }

        return page.MoveToImmutable();
    }
}
