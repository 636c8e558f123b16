using System.Collections.Immutable;
using System.Text.Json;
using Sferum.Bot.Messaging;
using Sferum.Bot.Vk.Sending;

namespace Sferum.Bot.Tests.Vk;

public sealed class VkKeyboardTests
{
    [Fact]
    public void A_keyboard_under_the_field_has_text_buttons_with_payload_as_a_string()
    {
        var json = VkKeyboard.Write(Rows(false, [Button("Готово ✅", """{"c":"done"}""", "positive")]), out var left);

        Assert.Equal(0, left);
        Assert.Equal(
            """{"one_time":false,"inline":false,"buttons":[[{"action":{"type":"text","label":"Готово ✅","payload":"{\"c\":\"done\"}"},"color":"positive"}]]}""",
            json);
    }

    [Fact]
    public void An_inline_keyboard_has_callback_buttons() =>
        Assert.Contains("\"type\":\"callback\"", VkKeyboard.Write(Rows(true, [Button("Да")]), out _), StringComparison.Ordinal);

    [Fact]
    public void A_link_has_neither_colour_nor_payload() => Assert.Equal(
        """{"one_time":false,"inline":true,"buttons":[[{"action":{"type":"open_link","label":"Приказ","link":"https://example.org/p?a=1&b=2"}}]]}""",
        VkKeyboard.Write(Rows(true, [new OutgoingButton("Приказ", "", "primary", "https://example.org/p?a=1&b=2")]), out _));

    [Fact]
    public void Without_rows_the_keyboard_under_the_field_is_hidden() =>
        Assert.Equal("""{"one_time":false,"inline":false,"buttons":[]}""", VkKeyboard.Write(Rows(false), out _));

    [Fact]
    public void An_inline_keyboard_without_rows_is_none() => Assert.Null(VkKeyboard.Write(Rows(true), out _));

    /// <summary>Inline, rows, buttons in a row, rows and buttons that are left.</summary>
    [Theory]
    [InlineData(false, 12, 1, 10, 10)]
    [InlineData(false, 10, 6, 10, 40)]
    [InlineData(true, 9, 1, 6, 6)]
    [InlineData(true, 4, 4, 3, 10)]
    [InlineData(true, 2, 5, 2, 8)]
    public void What_does_not_fit_is_left_out_and_counted(bool inline, int rows, int columns, int fittingRows, int fittingButtons)
    {
        var keyboard = Rows(inline, [.. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, columns).Select(c => Button($"{r}.{c}")).ToArray())]);

        using var json = JsonDocument.Parse(VkKeyboard.Write(keyboard, out var left)!);
        var written = json.RootElement.GetProperty("buttons").EnumerateArray().Select(row => row.GetArrayLength()).ToList();

        Assert.Equal((fittingRows, fittingButtons), (written.Count, written.Sum()));
        Assert.Equal((rows * columns) - fittingButtons, left);
    }

    [Fact]
    public void A_link_takes_two_places_of_a_row()
    {
        OutgoingButton Link(string label) => new(label, "", "primary", "https://example.org/");

        VkKeyboard.Write(Rows(false, [Link("один"), Link("два"), Link("три")]), out var left);

        Assert.Equal(1, left);
    }

    [Fact]
    public void A_payload_longer_than_255_bytes_leaves_the_button_out()
    {
        VkKeyboard.Write(Rows(true, [Button("ок"), Button("нет", $"\"{new string('я', 127)}\"")]), out var left);

        Assert.Equal(1, left);
    }

    [Theory]
    [InlineData("ровно сорок знаков в этой подписи, да-да", "ровно сорок знаков в этой подписи, да-да")]
    [InlineData("подпись длиннее сорока знаков, и её конец надо отрезать", "подпись длиннее сорока знаков, и её кон…")]
    public void A_long_label_is_cut(string label, string cut) => Assert.Equal(cut, LabelOf(Button(label)));

    [Fact]
    public void A_label_is_not_cut_in_the_middle_of_a_picture()
    {
        var label = LabelOf(Button(new string('а', 38) + "👩‍🏫 учитель"));

        Assert.Equal(new string('а', 38) + "…", label);
    }

    private static string LabelOf(OutgoingButton button)
    {
        using var json = JsonDocument.Parse(VkKeyboard.Write(Rows(false, [button]), out _)!);
        return json.RootElement.GetProperty("buttons")[0][0].GetProperty("action").GetProperty("label").GetString()!;
    }

    private static OutgoingButton Button(string label, string payload = "{}", string color = "secondary") => new(label, payload, color, null);

    private static OutgoingKeyboard Rows(bool inline, params OutgoingButton[][] rows) => new(inline, [.. rows.Select(row => row.ToImmutableArray())]);
}
