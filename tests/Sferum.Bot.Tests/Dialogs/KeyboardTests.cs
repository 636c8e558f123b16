using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Dialogs;

public sealed class KeyboardTests
{
    private const string List = """
        start:
          say: Пункты
          buttons:
            - for: l in lines
              when: l.status == 'open'
              row: [{ label: "{{ l.label }}", press: line, args: { line: "{{ l.key }}" } }]
            - [{ label: Меню, press: menu }]
          on:
            - press: line
              when: line != blank
              do: [{ set: { line: "{{ args.line }}" } }]
              to: item
        item: { say: "{{ line.title }}" }
        """;

    [Fact]
    public void Rows_that_do_not_fit_stand_on_further_pages()
    {
        var talk = new Talk(InlineBook.Of(List), Lines(12)).At("a.item").Write("меню");
        Assert.Equal("1 / 2 / 3 / 4 / 5 / 6 / 7 / 8 / Дальше / Меню", talk.Keyboard);
        Assert.Equal("9 / 10 / 11 / 12 / Сначала / Меню", talk.Write("дальше").Keyboard);
        Assert.Equal("1 / 2 / 3 / 4 / 5 / 6 / 7 / 8 / Дальше / Меню", talk.Press("page", ("page", "0")).Keyboard);
    }

    [Fact]
    public void A_list_that_fits_has_no_pages()
    {
        var talk = new Talk(InlineBook.Of(List), Lines(9)).At("a.item").Write("меню");
        Assert.Equal("1 / 2 / 3 / 4 / 5 / 6 / 7 / 8 / 9 / Меню", talk.Keyboard);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("999999999999")]
    [InlineData("абв")]
    public void A_forged_page_shows_some_page(string page)
    {
        var talk = new Talk(InlineBook.Of(List), Lines(12)).At("a.start").Press("page", ("page", page));
        Assert.Equal("a.start", talk.State);
        Assert.Contains("Меню", talk.Keyboard, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_picks_the_generated_button_of_the_page_shown()
    {
        var talk = new Talk(InlineBook.Of(List), Lines(12)).At("a.start").Press("page", ("page", "1"));
        Assert.Equal(["Пункт 10"], talk.Write("2").Said);
        Assert.Equal("a.start", new Talk(InlineBook.Of(List), Lines(3)).At("a.start").Write("4").State);
    }

    [Fact]
    public void The_label_on_the_screen_is_the_same_as_a_press()
    {
        var facts = SomeFacts.Director(SomeFacts.Line("1.1"), SomeFacts.Line("1.2"));
        Assert.Equal(["Пункт 1.2"], new Talk(InlineBook.Of(List), facts).At("a.start").Write("1.2!").Said);
    }

    [Fact]
    public void A_forged_argument_is_no_way_past_the_guard()
    {
        var talk = new Talk(InlineBook.Of(List), Lines(2)).At("a.start").Press("line", ("line", "223-09/9.9"));
        Assert.Equal("a.start", talk.State);
        Assert.Equal(["Не понял."], talk.Said);
    }

    [Fact]
    public void Several_lists_share_the_rows_and_turn_pages_only_when_needed()
    {
        var book = InlineBook.Of("""
            start:
              say: Пункты
              buttons:
                - { for: l in lines, columns: 4, when: l.mandatory, row: [{ label: "{{ l.label }}", press: line }] }
                - { for: l in lines, columns: 4, when: l.mandatory == false, row: [{ label: "({{ l.label }})", press: line }] }
                - [{ label: Меню, press: menu }]
              on: [{ press: line, to: same }]
            """);
        Assert.Equal("1 2 3 4 / 5 6 7 8 / 9 10 / Меню", new Talk(book, Lines(10)).At("a.start").Write("меню").Keyboard);
        Assert.EndsWith("29 30 31 32 / Дальше / Меню", new Talk(book, Lines(60)).At("a.start").Write("меню").Keyboard, StringComparison.Ordinal);
    }

    [Fact]
    public void Buttons_are_inherited_and_may_be_taken_away()
    {
        var book = InlineBook.Of("""
            start: { parent: group, say: Раз, on: [{ words: [два], to: bare }, { words: [три], to: own }] }
            group: { buttons: [[{ label: Отмена, press: menu }]] }
            bare: { parent: group, say: Два, buttons: [] }
            own: { parent: group, say: Три, buttons: [[{ label: Своя, press: menu }]] }
            """);

        Assert.Equal("Отмена", new Talk(book).At("a.start").Write("меню").Keyboard);
        Assert.Equal("Своя", new Talk(book).At("a.start").Write("три").Keyboard);
        var bare = Assert.IsType<Effect.Say>(Assert.Single(new Talk(book).At("a.start").Write("два").Effects));
        Assert.True(bare.Keyboard is { Inline: false, Rows.IsEmpty: true });
    }

    [Fact]
    public void Inline_buttons_go_with_the_last_text_and_the_others_with_the_one_before()
    {
        var book = InlineBook.Of("""
            start:
              say: [Раз, Два]
              inline: [[{ label: Внутри, press: menu }]]
              buttons: [[{ label: Снизу, press: menu }]]
            """);

        var said = new Talk(book).At("a.start").Write("меню").Effects.OfType<Effect.Say>().ToList();
        Assert.Equal([(false, "Снизу"), (true, "Внутри")], said.Select(s => (s.Keyboard!.Inline, s.Keyboard.Rows[0][0].Label)));
    }

    [Fact]
    public void A_label_is_cut_and_a_button_with_too_long_a_payload_is_left_out()
    {
        var book = InlineBook.Of("""
            start:
              say: Раз
              buttons:
                - [{ label: "{{ slots.long }}", press: menu }]
                - [{ label: Пропадёт, press: menu, args: { text: "{{ slots.long }}{{ slots.long }}{{ slots.long }}" } }]
            """);

        var talk = new Talk(book).At("a.start", ("long", new string('ж', 50))).Write("меню");
        Assert.Equal(new string('ж', 39) + "…", talk.Keyboard);
    }

    private static Facts Lines(int count) =>
        SomeFacts.Director([.. Enumerable.Range(1, count).Select(i => SomeFacts.Line($"{i}"))]);
}
