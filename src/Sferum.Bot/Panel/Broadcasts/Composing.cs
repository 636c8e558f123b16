using Sferum.Bot.Broadcasts;
using Sferum.Bot.Storage;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Panel.Broadcasts;

/// <summary>The form with what would come of it.</summary>
internal sealed class Composing(Database database, BroadcastStore broadcasts, AudienceStore audiences, MailingDesk desk)
{
    private const int MostSaved = 200;

    /// <returns>Null: it is not said to whom.</returns>
    public async Task<Mailing?> LookAsync(ComposeForm form, CancellationToken cancellationToken)
    {
        var like = form.Like == 0 ? null : await database.ReadAsync((db, stop) => broadcasts.FindAsync(db, form.Like, stop), cancellationToken);
        return form.WantedOf(like) is { } wanted ? await desk.LookAsync(wanted, form.Text, cancellationToken) : null;
    }

    public async Task<IResult> PageAsync(ComposeForm form, string? fault, int status, CancellationToken cancellationToken, string? said = null) => PanelPage.Of<ComposePage>(
        new
        {
            Form = form,
            Mailing = await LookAsync(form, cancellationToken),
            Saved = await database.ReadAsync((db, stop) => audiences.SavedAsync(db, MostSaved, stop), cancellationToken),
            Fault = fault,
            Said = said,
        },
        status);

    /// <summary>Why it can't be sent so; null when it can.</summary>
    public static string? FaultOf(ComposeForm form, Mailing? mailing) => (form, mailing) switch
    {
        ({ Text.Length: 0 }, _) => "Напишите текст.",
        ({ Text.Length: > MailingDesk.LongestText }, _) => $"Слишком длинно: {form.Text.Length} знаков. Уложитесь, пожалуйста, в {MailingDesk.LongestText}.",
        (_, null) => "Укажите, кому написать.",
        (_, { Missing.IsEmpty: false } or { Unclear.IsEmpty: false }) => "Не все названия понятны, они перечислены ниже. Исправьте список.",
        (_, { Audience: null }) => "Непонятно, кому. Выберите из списка или назовите учреждения через запятую.",
        (_, { Unknown.IsEmpty: false }) => $"Непонятно, что подставить вместо {string.Join(", ", mailing.Unknown)}. {(mailing.Audience is Audience.Teachers ? "Педагогам подстановки не нужны: у них нет учреждения и сроков." : "Есть {учреждение}, {осталось} и {срок}.")}",
        (_, { People: 0 }) => "Отправлять некому. Выберите других.",
        _ => null,
    };

    /// <summary>Why it is asked about once more; null when there is nothing to ask.</summary>
    public static string? DoubtOf(ComposeForm form, Mailing? mailing) => mailing?.RepeatedAt is not null && !form.Again
        ? "Такой же текст тем же людям уже отправлен или запланирован меньше часа назад. Если это не ошибка, отметьте «Отправить ещё раз»."
        : null;
}
