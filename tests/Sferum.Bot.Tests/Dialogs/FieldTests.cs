using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Dialogs;

public sealed class FieldTests
{
    private static readonly DialogBook Book = InlineBook.Of("""
        start: { say: Начало, on: [{ press: line, do: [{ set: { line: "{{ args.line }}" } }], to: collect }] }
        collect:
          always:
            - { when: field == blank, to: confirm }
            - { to: ask }
        ask:
          say: "{{ field.ask }}{% for part in missing_parts %} {{ part }}{% endfor %}"
          on:
            - { input: field, do: [take_fields], to: collect }
            - { input: field, problem: future_date, say: Эта дата ещё не наступила. }
            - { words: [назад], do: [drop_last_field], to: collect }
        confirm:
          say: "{% for a in answered %}{{ a.label }}: {{ a.value }}; {% endfor %}"
          on:
            - { words: ["+"], do: [{ submit_report: { institution: "5", line: "{{ line.key }}" } }, { clear: answers }], to: sent }
            - { words: [назад], do: [drop_last_field], to: collect }
            - { press: fix, do: [{ clear: "answers.{{ args.field }}" }], to: collect }
            - { input: field, among: all, do: [take_fields], to: same }
        sent: { say: Отправлено., on: [{ words: [исправить], do: [load_answers], to: collect }] }
        """);

    private static readonly DialogBook BookOfProblems = InlineBook.Of("""
        ask:
          say: "{{ field.ask }}"
          on:
            - { input: field, do: [take_fields], to: same }
            - { input: field, problem: any, say: "{{ input.problem }}" }
        """);

    private static readonly LineFacts Line = SomeFacts.Line(
        "1.1",
        "open",
        SomeFacts.Field("order", "document"),
        SomeFacts.Field("placed", "date"),
        SomeFacts.Field("files", "files"));

    [Fact]
    public void One_message_answers_every_field_that_it_can()
    {
        var talk = Ask().Write("приказ № 12-од от 10.04.2024", SomeFacts.Photo("photo1_1"));
        Assert.Equal(["placed? date"], talk.Said);
        Assert.Equal(["answers.files.0", "answers.order.date", "answers.order.number", "line", "taken"], talk.Conversation.Slots.Keys.Where(k => k != "answers.order.title"));
        Assert.Equal("order files", talk.Conversation.Slots["taken"]);
    }

    [Fact]
    public void What_one_field_has_taken_is_not_taken_by_the_next()
    {
        var slots = Ask().Write("12-од от 10.04.2024").Conversation.Slots;
        Assert.DoesNotContain("answers.placed.date", slots.Keys);
        Assert.Equal("2024-04-10", slots["answers.order.date"]);
    }

    [Fact]
    public void A_field_is_answered_when_all_its_parts_are_there()
    {
        var talk = Ask().Write("№ 12-од");
        Assert.Equal(["order? date"], talk.Said);
        Assert.Equal(["placed? date"], talk.Write("10 апреля").Said);
    }

    [Fact]
    public void Of_two_fields_of_one_kind_the_first_takes()
    {
        var line = SomeFacts.Line("1.1", "open", SomeFacts.Field("signed", "date"), SomeFacts.Field("placed", "date"));
        var talk = new Talk(Book, SomeFacts.Director(line)).At("a.ask", ("line", line.Key)).Write("10.04.2024");
        Assert.Equal(["placed? date"], talk.Said);
        Assert.Equal("a.confirm", talk.Write("11.04.2024").State);
    }

    [Fact]
    public void A_refused_answer_is_told_why_and_the_field_stays_open()
    {
        var talk = Ask().Write("12-од от 10.04.2024").Write("20.04.2024");
        Assert.Equal(["Эта дата ещё не наступила."], talk.Said);
        Assert.Equal("a.ask", talk.State);
    }

    [Fact]
    public void Back_takes_away_what_was_answered_last()
    {
        var talk = Ask().Write("12-од от 10.04.2024", SomeFacts.Photo("photo1_1")).Write("назад");
        Assert.Equal("order", talk.Conversation.Slots["taken"]);
        Assert.DoesNotContain("answers.files.0", talk.Conversation.Slots.Keys);
    }

    [Fact]
    public void Photos_add_up_and_the_same_one_counts_once()
    {
        var talk = Whole().Write("", SomeFacts.Photo("photo1_1"), SomeFacts.Photo("photo1_2"));
        Assert.Equal("a.confirm", talk.State);
        Assert.Equal(["photo1_1", "photo1_2"], talk.Conversation.Slots.Where(s => s.Key.StartsWith("answers.files.", StringComparison.Ordinal)).Select(s => s.Value));
    }

    [Fact]
    public void At_the_summary_a_new_answer_takes_the_place_of_the_old_one()
    {
        var talk = Whole().Write("№ 13-од");
        Assert.Equal("13-од", talk.Conversation.Slots["answers.order.number"]);
        Assert.Equal("2024-04-10", talk.Conversation.Slots["answers.order.date"]);
    }

    [Fact]
    public void A_report_holds_the_answers_without_their_prefix_and_forgets_them()
    {
        var talk = Whole().Write("+");
        var report = Assert.IsType<Effect.SubmitReport>(talk.Effects[0]);
        Assert.Equal(Line.Key, report.Line);
        Assert.Equal("12-од", report.Answers["order.number"]);
        Assert.Equal("photo1_1", report.Answers["files.0"]);
        Assert.Equal(["line"], talk.Conversation.Slots.Keys);
    }

    [Fact]
    public void A_returned_report_is_loaded_and_one_field_mended()
    {
        var sent = (Effect.SubmitReport)Whole().Write("+").Effects[0];
        var report = new ReportFacts(17, "17", "done", SomeFacts.Now, Late: false, ReviewedAt: null, "нет печати", NotApplicableReason: null, sent.Answers);
        var talk = new Talk(Book, SomeFacts.Director(Line with { Status = "returned", Report = report })).At("a.sent", ("line", Line.Key));
        Assert.Equal("a.confirm", talk.Write("исправить").State);
        Assert.Equal(["files? 0"], talk.Press("fix", ("field", "files")).Said);
    }

    [Fact]
    public void Words_go_to_the_field_that_was_asked_for_only()
    {
        var line = SomeFacts.Line("1.1", "open", SomeFacts.Field("chat", "chat"), SomeFacts.Field("purpose", "words"));
        var talk = new Talk(Book, SomeFacts.Director(line)).At("a.ask", ("line", line.Key)).Write("Педсовет, 34");
        Assert.Equal(["purpose? text"], talk.Said);
        Assert.Equal("a.confirm", talk.Write("Связь с родителями").State);
    }

    [Fact]
    public void A_number_that_one_field_has_taken_may_be_one_of_several_of_another()
    {
        var line = SomeFacts.Line("1.1", "open", SomeFacts.Field("order", "document"), SomeFacts.Field("informed", "fraction"));
        var talk = new Talk(Book, SomeFacts.Director(line)).At("a.ask", ("line", line.Key)).Write("приказ 12 от 12.04, ознакомлено 12 из 20");
        Assert.Equal("a.confirm", talk.State);
        Assert.Equal("12", talk.Conversation.Slots["answers.informed.done"]);
    }

    [Fact]
    public void What_may_be_wrong_for_a_field_counts_only_when_it_was_asked_for()
    {
        var line = SomeFacts.Line("1.1", "open", SomeFacts.Field("files", "files"), SomeFacts.Field("members", "count"));
        var talk = new Talk(BookOfProblems, SomeFacts.Director(line)).At("a.ask", ("line", line.Key));
        Assert.Equal(["Не понял."], talk.Write("0").Said);
        Assert.Equal(["members?"], talk.Write("", SomeFacts.Photo("photo1_1")).Said);
        Assert.Equal(["zero"], talk.Write("0").Said);
    }

    [Fact]
    public void Of_thirty_photos_in_three_messages_the_first_ten_are_kept_and_the_rest_is_said_to_be_too_many()
    {
        Attachment[] Ten(int from) => [.. Enumerable.Range(from, 10).Select(i => SomeFacts.Photo($"photo1_{i}"))];
        var line = SomeFacts.Line("1.1", "open", SomeFacts.Field("files", "files"), SomeFacts.Field("members", "count"));
        var talk = new Talk(BookOfProblems, SomeFacts.Director(line)).At("a.ask", ("line", line.Key)).Write("", Ten(0));
        Assert.Equal(["members?"], talk.Said);
        Assert.Equal(["too_many"], talk.Write("", Ten(10)).Said);
        Assert.Equal(["too_many"], talk.Write("", Ten(20)).Said);
        Assert.Equal(10, talk.Conversation.Slots.Keys.Count(k => k.StartsWith("answers.files.", StringComparison.Ordinal)));
    }

    private static Talk Ask() => new Talk(Book, SomeFacts.Director(Line)).At("a.start").Press("line", ("line", Line.Key));

    private static Talk Whole() => Ask().Write("12-од от 10.04.2024", SomeFacts.Photo("photo1_1")).Write("11.04.2024");
}
