using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Dialogs;

public sealed class RuleTests
{
    [Fact]
    public void Of_the_rules_that_hold_the_first_is_taken()
    {
        var book = InlineBook.Of("""
            first:
              say: Один
              on:
                - press: go
                  when: slots.seen == '1'
                  to: second
                - press: go
                  do:
                    - set: { seen: "1" }
                  to: third
                - words: [два]
                  to: second
            second: { say: Два }
            third: { say: Три, on: [{ press: back, to: first }] }
            """);

        var talk = new Talk(book).At("a.first").Press("go");
        Assert.Equal("a.third", talk.State);
        Assert.Equal("a.second", talk.Press("back").Press("go").State);
    }

    [Fact]
    public void A_substate_hears_what_its_superstates_hear_unless_it_hears_it_itself()
    {
        var book = InlineBook.Of("""
            start: { say: Начало, on: [{ words: [вниз], to: inner }] }
            group:
              on:
                - words: [отмена]
                  say: Отменил.
                  to: start
            inner:
              parent: group
              say: Внутри
              on: [{ words: [глубже], to: deep }]
            deep:
              parent: inner
              say: Глубоко
              on: [{ words: [отмена], to: inner }]
            """);

        var talk = new Talk(book).At("a.inner");
        Assert.Equal(["Отменил.", "Начало"], talk.Write("отмена").Said);
        Assert.Equal(["Внутри"], talk.At("a.deep").Write("отмена").Said);
        Assert.Equal("a.start", talk.At("a.deep").Write("меню").State);
    }

    /// <summary>Stateless runs no entry action here; the menu would be entered in silence.</summary>
    [Fact]
    public void A_superstate_entered_from_its_substate_speaks()
    {
        var book = InlineBook.Of("""
            menu: { say: Меню, on: [{ words: [пункт], to: item }] }
            item: { parent: menu, say: Пункт, on: [{ words: [назад], to: menu }] }
            """);

        Assert.Equal(["Меню"], new Talk(book).At("a.item").Write("назад").Said);
    }

    [Fact]
    public void A_guard_of_a_superstate_lets_the_event_go_on_upwards()
    {
        var book = InlineBook.Of("""
            start: { parent: group, say: Начало }
            group: { on: [{ words: [меню], when: slots.locked == '1', say: Нельзя. }] }
            """);

        Assert.Equal(["Нельзя."], new Talk(book).At("a.start", ("locked", "1")).Write("меню").Said);
        Assert.Equal(["Начало"], new Talk(book).At("a.start").Write("меню").Said);
    }

    [Fact]
    public void Transient_states_are_left_at_once_by_the_first_condition_that_holds()
    {
        var book = InlineBook.Of("""
            start: { say: Начало, on: [{ words: [дальше], do: [{ set: { done: "1" } }], to: check }] }
            check:
              always:
                - when: slots.done == blank
                  to: start
                - do: [{ clear: done }]
                  to: middle
            middle: { say: Между, always: [{ to: end }] }
            end: { say: Конец }
            """);

        var talk = new Talk(book).At("a.start").Write("дальше");
        Assert.Equal(["Между", "Конец"], talk.Said);
        Assert.Empty(talk.Conversation.Slots);
    }

    [Fact]
    public void Without_a_target_the_state_stays_and_is_not_said_again()
    {
        var book = InlineBook.Of("start: { say: Начало, on: [{ words: [что], say: То. }, { words: [ещё], to: same }] }");

        Assert.Equal(["То."], new Talk(book).At("a.start").Write("что").Said);
        Assert.Equal(["Начало"], new Talk(book).At("a.start").Write("ещё").Said);
    }

    [Fact]
    public void A_detour_comes_back_to_the_state_it_began_in()
    {
        var book = InlineBook.Of("""
            start: { say: Начало, on: [{ words: [вниз], to: field }, { words: [вопрос], do: [remember], to: ask }] }
            field: { say: Поле, on: [{ words: [вопрос], do: [remember], to: ask }] }
            ask: { say: Какой?, on: [{ input: text, do: [{ ask_specialist: { text: "{{ input.text }}" } }], to: back }] }
            """);

        var talk = new Talk(book).At("a.field").Write("вопрос").Write("Кто ответит?");
        Assert.Equal("a.field", talk.State);
        Assert.Equal([new Effect.AskSpecialist("Кто ответит?"), new Effect.Say("Поле", null)], talk.Effects);
        Assert.Equal("a.start", talk.At("a.ask").Write("Никто не помнит").State);
    }

    [Fact]
    public void What_nobody_understood_gets_the_nearest_hint_and_changes_nothing()
    {
        var book = InlineBook.Of("""
            start: { say: Начало, on: [{ words: [вниз], to: inner }] }
            inner: { say: Внутри, hint: Жду слова «вниз»., on: [{ words: [вниз], to: start }] }
            """);

        Assert.Equal(["Не понял."], new Talk(book).At("a.start").Write("абракадабра").Said);
        var inner = new Talk(book).At("a.inner").Write("абракадабра");
        Assert.Equal(["Жду слова «вниз»."], inner.Said);
        Assert.Equal("a.inner", inner.State);
    }

    [Fact]
    public void Effects_come_in_the_order_of_the_rule_then_the_texts()
    {
        var book = InlineBook.Of("""
            start:
              say: Начало
              on:
                - press: go
                  do:
                    - set: { text: "важно" }
                    - ask_specialist: { text: "{{ slots.text }}" }
                    - mute: { muted: "true" }
                  snack: Готово
                  say: Передал.
                  to: end
            end: { say: [Раз, Два] }
            """);

        Assert.Equal(
            [
                new Effect.AskSpecialist("важно"),
                new Effect.Mute(true),
                new Effect.Snack("Готово"),
                new Effect.Say("Передал.", null),
                new Effect.Say("Раз", null),
                new Effect.Say("Два", null),
            ],
            new Talk(book).At("a.start").Press("go").Effects);
    }

    [Fact]
    public void Allowed_messages_are_answered_only_by_a_rule_for_them()
    {
        var book = InlineBook.Of("start: { say: Начало, on: [{ event: allowed, say: Рад слышать. }, { words: [вниз], to: deaf }] }\ndeaf: { say: Тишина }");

        Assert.Equal(["Рад слышать."], new Talk(book).At("a.start").Step(new DialogEvent.Allowed()).Said);
        Assert.Empty(new Talk(book).At("a.deaf").Step(new DialogEvent.Allowed()).Effects);
    }
}
