using System.Text.RegularExpressions;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Tests.Dialogs;

public sealed partial class FaultTests
{
    /// <summary>States of dialog <c>a</c> from line 5 on; the line of the fault; a piece of its words.</summary>
    public static TheoryData<string, int, string> Cases => new()
    {
        { "start: { say: Раз, on: [{ words: [да], to: nowhere }] }", 5, "Нет состояния «nowhere»" },
        { "start: { say: Раз, sya: Два }", 5, "Неизвестный ключ «sya»" },
        { "start: { say: Раз, on: [{ wrods: [да], to: same }] }", 5, "Неизвестный ключ «wrods»" },
        { "start:\n  say: Раз\n  on:\n    - { to: same }", 8, "на что отвечает" },
        { "start: { say: Раз, parent: one }\none: { parent: two }\ntwo: { parent: one }", 6, "вложены друг в друга по кругу: a.one → a.two → a.one" },
        { "start: { say: Раз }\nlost: { say: Два }", 6, "В «a.lost» никто не попадёт" },
        { "start: { say: Раз, on: [{ words: [да], to: group }] }\ngroup: { on: [{ words: [нет], to: start }] }\ninner: { parent: group, say: Два }", 5, "«a.group» объединяет" },
        { "start:\n  always:\n    - to: other\nother:\n  always:\n    - { when: slots.x, to: start }\n    - { to: end }\nend: { say: Раз }", 8, "по кругу: a.other → a.start → a.other" },
        { "start:\n  always:\n    - { when: slots.x, to: end }\nend: { say: Раз }", 7, "промолчит" },
        { "start:\n  always:\n    - { when: slots.x }\n    - { to: end }\nend: { say: Раз }", 7, "укажите to" },
        { "start:\n  say: Раз\n  on:\n    - { press: menu, to: home }\n    - { press: menu, when: slots.x, to: same }", 9, "раньше отвечает правило в строке 8" },
        { "start:\n  say: Раз\n  on:\n    - { words: [да, ага], to: home }\n    - { words: [нет, Да!], to: same }", 9, "на «да» раньше отвечает правило в строке 8" },
        { "start:\n  say: Раз\n  on:\n    - { input: date, when: slots.x, to: home }\n    - { input: date, when: slots.x, to: same }", 9, "на «input: date» раньше отвечает" },
        { "start:\n  say: Раз\n  on:\n    - { input: date, problem: any, to: home }\n    - { input: date, problem: future_date, to: same }", 9, "problem: future_date» раньше отвечает" },
        { "start:\n  say: Раз\n  on:\n    - { input: any, to: home }\n    - { input: text, to: same }", 9, "на «input: text» раньше отвечает" },
        { "start: { say: Раз, on: [{ words: [да], do: [accept_raport], to: same }] }", 5, "Нет действия «accept_raport»" },
        { "start: { say: Раз, on: [{ words: [да], do: [{ return_report: { report: \"1\" } }], to: same }] }", 5, "нужно значение «reason»" },
        { "start: { say: Раз, on: [{ words: [да], do: [{ become_teacher: { now: \"1\" } }], to: same }] }", 5, "нет значения «now»" },
        { "start: { say: Раз, on: [{ words: [да], do: [take_fields], to: same }] }", 5, "только в правиле с input: field" },
        { "start: { say: Раз, on: [{ input: telepathy, to: same }] }", 5, "Нет распознавателя «telepathy»" },
        { "start: { say: Раз, on: [{ words: [да], problem: any, to: same }] }", 5, "только вместе с input" },
        { "start: { say: Раз, on: [{ words: [\"!!!\"], to: same }] }", 5, "такое слово узнать нельзя" },
        { "start: { say: Раз, on: [{ event: birthday, to: same }] }", 5, "Нет события «birthday»" },
        { "start: { say: Раз, on: [{ input: text, among: all, to: same }] }", 5, "among бывает только" },
        { "start: { say: \"{{ today | dat }}\" }", 5, "Нет фильтра «dat»" },
        { "start: { say: \"{{ institution.nam }}\" }", 5, "У «institution» нет «nam»" },
        { "start: { say: \"{{ lines.first.fields.first.aks }}\" }", 5, "У «lines.first.fields.first» нет «aks»" },
        { "start: { say: \"{% for l in lines %}{{ l.lable }}{% endfor %}\" }", 5, "У «l» нет «lable»" },
        { "start: { say: \"{% assign late = lines | where: 'status', 'open' | first %}{{ late.deadlin }}\" }", 5, "У «late» нет «deadlin»" },
        { "start: { say: \"{{ persn.first_name }}\" }", 5, "Нет переменной «persn»" },
        { "start: { say: \"{{ person.first_name \" }", 5, "Шаблон не разбирается" },
        { "start: { say: \"{% if person.muted %}Тихо\" }", 5, "Шаблон не разбирается" },
        { "start: { say: \"{% include 'x' %}\" }", 5, "Тег include" },
        { "start: { say: Раз, on: [{ words: [да], when: \"line.status = 'open'\", to: same }] }", 5, "не разбирается" },
        { "start: { say: Раз, on: [{ words: [да], when: \"line.state == 'open'\", to: same }] }", 5, "У «line» нет «state»" },
        { "start: { say: Раз, buttons: [[{ label: Ещё, press: more }]] }", 5, "press: more здесь никто не слышит" },
        { "start: { say: Раз, buttons: [[{ label: Надпись длиннее сорока знаков не помещается, press: menu }]] }", 5, "Надпись длиннее 40 знаков (43)" },
        { $"start: {{ say: Раз, buttons: [[{{ label: Да, press: menu, args: {{ x: {new string('ж', 125)} }} }}]] }}", 5, "больше 255 байт" },
        { "start: { say: Раз, buttons: [[{ label: Да, press: menu, link: \"https://vk.com\" }]] }", 5, "Оставьте одно из двух" },
        { "start: { say: Раз, buttons: [[{ label: Да, press: menu, color: red }]] }", 5, "Нет цвета «red»" },
        { "start: { say: Раз, buttons: [[{ label: Да, press: menu, colour: primary }]] }", 5, "Неизвестный ключ «colour»" },
        { $"start: {{ say: Раз, buttons: [[{Buttons(5)}]] }}", 5, "В ряду 5 кнопок" },
        { $"start: {{ say: Раз, buttons: [{string.Join(", ", Enumerable.Repeat($"[{Buttons(1)}]", 11))}] }}", 5, "Рядов кнопок 11, а помещается 10" },
        { $"start: {{ say: Раз, inline: [{string.Join(", ", Enumerable.Repeat($"[{Buttons(1)}]", 7))}] }}", 5, "Рядов кнопок 7, а помещается 6" },
        { $"start: {{ say: Раз, inline: [{string.Join(", ", Enumerable.Repeat($"[{Buttons(3)}]", 4))}] }}", 5, "Кнопок 12, а помещается 10" },
        { "start: { say: Раз, buttons: [{ for: lines, row: [{ label: Да, press: menu }] }] }", 5, "ожидается «имя in список»" },
        { "start: { say: Раз, buttons: [{ for: l in lines, row: [{ label: \"{{ l.labl }}\", press: menu }] }] }", 5, "У «l» нет «labl»" },
        { "start: { say: Раз, buttons: [{ for: l in lines, most: many, row: [{ label: Да, press: menu }] }] }", 5, "не число больше нуля" },
        { "start: { say: Раз, buttons: [[{ label: Да, press: menu }]], inline: [[{ label: Нет, press: menu }]] }", 5, "нужны два текста" },
        { $"start: {{ say: \"{new string('ж', 4097)}\" }}", 5, "Текст длиннее 4096 знаков (4097)" },
        { "same: { say: Раз }", 5, "Так состояние назвать нельзя" },
        { "start: { say: Раз, on: [{ press: page, to: same }] }", 5, "занята листанием" },
        { "start: { say: Раз }\nstart: { say: Два }", 6, "не читается как YAML" },
        { "start: { say: Раз", 6, "не читается как YAML" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_mistake_is_named_with_its_line_and_its_mend(string states, int line, string words)
    {
        var faults = InlineBook.FaultsOf(states);
        Assert.Contains(faults, f => f.StartsWith($"{line}: ", StringComparison.Ordinal) && f.Contains(words, StringComparison.Ordinal));
        Assert.All(faults, f => Assert.Matches(Russian(), f));
    }

    [Fact]
    public void All_mistakes_are_found_at_once()
    {
        var faults = InlineBook.FaultsOf("""
            start:
              sya: Раз
              on:
                - { words: [да], when: line.state, to: nowhere }
                - { words: [нет], do: [dance], to: same }
            """);
        Assert.Equal([6, 8, 8, 9], faults.Select(f => int.Parse(f.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Without_a_root_or_a_greeting_there_is_no_book()
    {
        Assert.Contains(Read(("welcome/hello.yaml", InlineBook.Hello)), f => f.Contains("Нет состояния shared.anywhere", StringComparison.Ordinal));
        Assert.Contains(Read(("shared/anywhere.yaml", InlineBook.Anywhere)), f => f.Contains("Нет диалога welcome.hello", StringComparison.Ordinal));
    }

    [Fact]
    public void The_root_needs_a_hint_a_menu_for_guests_and_labels_for_pages()
    {
        var faults = Read(
            ("shared/anywhere.yaml", "dialog: shared\ntitle: Везде\nversion: 1\nstates:\n  anywhere:\n    home: { director: a }\n"),
            ("welcome/hello.yaml", InlineBook.Hello),
            ("a.yaml", InlineBook.Dialog("start: { say: Раз, buttons: [{ for: l in lines, row: [{ label: Да, press: x }] }], on: [{ press: x, to: welcome.hello }] }")));
        Assert.Contains(faults, f => f.Contains("нет hint", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("В home нет роли guest", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("paging", StringComparison.Ordinal));
    }

    [Fact]
    public void A_state_without_a_way_out_is_a_fault()
    {
        var faults = Read(
            ("shared/anywhere.yaml", "dialog: shared\ntitle: Везде\nversion: 1\nstates:\n  anywhere: { home: { guest: a }, hint: Не понял. }\n"),
            ("welcome/hello.yaml", InlineBook.Hello),
            ("a.yaml", InlineBook.Dialog("start: { say: Раз, on: [{ words: [да], to: same }] }")));
        Assert.Contains(faults, f => f.StartsWith("a.yaml:5: Из «a.start» нет выхода", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_moved_must_be_gone_and_lead_somewhere()
    {
        var faults = Read(
            ("shared/anywhere.yaml", InlineBook.Anywhere),
            ("welcome/hello.yaml", InlineBook.Hello),
            ("a.yaml", "dialog: a\ntitle: А\nversion: 1\nmoved:\n  a.old: nowhere\n  a.start: start\nstates:\n  start: { say: Раз }\n"));
        Assert.Contains(faults, f => f.StartsWith("a.yaml:5: Нет состояния «nowhere»", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("a.yaml:6: Состояние «a.start» есть", StringComparison.Ordinal));
    }

    [Fact]
    public void Conditions_must_not_lean_on_one_another_in_a_circle()
    {
        var faults = Read(
            ("shared/anywhere.yaml", InlineBook.Anywhere),
            ("shared/conditions.yaml", "conditions:\n  one: two and person.muted\n  two: one or slots.x\n  person: slots.x\n"),
            ("welcome/hello.yaml", InlineBook.Hello),
            ("a.yaml", InlineBook.Dialog("start: { say: Раз }")));
        Assert.Contains(faults, f => f.StartsWith("shared/conditions.yaml:2: ", StringComparison.Ordinal) && f.Contains("one → two → one", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("Имя «person» уже занято", StringComparison.Ordinal));
    }

    [Fact]
    public void A_button_of_a_notice_must_be_heard_everywhere()
    {
        var faults = Read(
            ("shared/anywhere.yaml", InlineBook.Anywhere),
            ("welcome/hello.yaml", InlineBook.Hello),
            ("a.yaml", InlineBook.Dialog("start: { say: Раз, on: [{ words: [да], to: other }] }\nother: { say: Два, on: [{ press: mend, to: start }] }")
                + "notices:\n  returned:\n    say: \"Вернули: {{ args.reason }} {{ slots.x }}\"\n    inline: [[{ label: Исправить, press: mend }]]\n"));
        Assert.Contains(faults, f => f.Contains("press: mend слышно не везде", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("Нет переменной «slots»", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_files_may_not_hold_one_dialog()
    {
        var faults = Read(
            ("shared/anywhere.yaml", InlineBook.Anywhere),
            ("welcome/hello.yaml", InlineBook.Hello),
            ("a.yaml", InlineBook.Dialog("start: { say: Раз }")),
            ("b.yaml", InlineBook.Dialog("end: { say: Два }")));
        Assert.Contains(faults, f => f.StartsWith("b.yaml:1: Диалог «a» уже описан в a.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void Data_files_of_other_rooms_are_left_alone() =>
        Assert.Empty(Read(
            ("shared/anywhere.yaml", InlineBook.Anywhere),
            ("welcome/hello.yaml", InlineBook.Hello),
            ("a.yaml", InlineBook.Dialog("start: { say: Раз }")),
            ("orders/1.yaml", "order: { number: 1\n")));

    private static List<string> Read(params (string Path, string Text)[] files)
    {
        Faults faults = InlineBook.Read(files.Select(f => KeyValuePair.Create(f.Path, f.Text)), out var book);
        Assert.Equal(faults.Count == 0, book is not null);
        return [.. faults.Select(f => f.ToString())];
    }

    private static string Buttons(int count) => string.Join(", ", Enumerable.Repeat("{ label: Да, press: menu }", count));

    [GeneratedRegex(@"^\d+: .*[а-я].*\.$", RegexOptions.IgnoreCase)]
    private static partial Regex Russian();
}
