using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Inputs.Asking;

/// <summary>What a word may be in a question about the district. A closed list.</summary>
internal enum AskRole
{
    /// <summary>Not known.</summary>
    None,

    /// <summary>Says nothing by itself.</summary>
    Filler,

    /// <summary>«кто», «какие»: institutions are wanted.</summary>
    Who,

    /// <summary>«сколько».</summary>
    HowMany,

    /// <summary>«что»: of what has happened, or of one institution.</summary>
    What,

    /// <summary>«как»: of one institution only.</summary>
    How,

    /// <summary>«не».</summary>
    Not,

    /// <summary>«нет», «без».</summary>
    Without,

    /// <summary>«сдали»; with «не» before it, what is still open.</summary>
    Did,

    /// <summary>«сдать», «позже»: only beside what somebody promised or failed to do.</summary>
    ToDo,

    /// <summary>«успевает»; only with «не».</summary>
    InTime,

    /// <summary>«успел»; only with «не».</summary>
    WasInTime,

    /// <summary>«заходил»; with «не» before it, who was never there.</summary>
    Came,

    /// <summary>«проверили»; only with «не».</summary>
    Checked,

    /// <summary>«проверке», after «на».</summary>
    Check,

    Accepted,
    Returned,
    Late,
    Promised,

    /// <summary>«молчит».</summary>
    Silent,

    /// <summary>«должники».</summary>
    Debtor,

    /// <summary>«в срок», «вовремя».</summary>
    Term,

    /// <summary>«изменилось», «нового».</summary>
    Changed,

    /// <summary>«подробно», «состояние»: of one institution.</summary>
    State,

    School,
    Kindergarten,
    Centre,

    /// <summary>«учреждение».</summary>
    Any,
}

/// <summary>The words that questions about the district are made of.</summary>
internal static class AskWords
{
    public const string SchoolType = "МОУ";
    public const string KindergartenType = "МДОУ";
    public const string CentreType = "УДО";

    /// <summary>They are one letter from a form that means something else.</summary>
    private static readonly WordForms Never = new(
        "принять сдаст сдадут сдаем сдаваем проверь проверять вернуть возврат школьник школьники садись вносил провести");

    private static readonly (AskRole Role, WordForms Words)[] Known =
    [
        (AskRole.Who, new("кто кого кому какие какая какое какой каких каким покажи покажите показать покажь выведи выведите список списком списка перечень перечисли перечислите назови дай дайте")),
        (AskRole.HowMany, new("сколько скольки скока количество кол число статистик:а,у,и сводк:а,у,и итог:,и,ам")),
        (AskRole.What, new("что чего че чо")),
        (AskRole.How, new("как")),
        (AskRole.Not, new("не ни")),
        (AskRole.Without, new("нет нету без")),
        (AskRole.Did, new(
            "здал здал:а,и,о здано сда:л,ла,ло,ли,н,но,ны,на,вший,вшие,вших,ет,ют сдав:ший,шие,ших,ал,али отчита:лся,лись,лась,лось,вшиеся,вшихся,вшийся отчитыва:лся,лись присла:л,ла,ли,но,ны,н,вшие,вших отправи:л,ла,ли отправлен:,о,ы,а предостави:л,ла,ли предоставлен:,о,ы,а представи:л,ла,ли "
            + "сдела:л,ла,ло,ли,н,но,ны,на выполни:л,ла,ли выполнен:,о,ы,а исполни:л,ла,ли исполнен:,о,ы,а создал:,а,и создан:,о,ы,а издал:,а,и издан:,о,ы,а размести:л,ла,ли размещен:,о,ы,а выложи:л,ла,ли опубликова:л,ла,ли,н,но,ны внес внесл:а,и внесен:,о,ы,а назначи:л,ла,ли назначен:,о,ы,а "
            + "провел:,а,и проведен:,о,ы,а заве:л,ла,ли,ден,дено закры:л,ла,ли,т,то,ты отмети:л,ла,ли отмети:лся,лись,лась доложил:,а,и утверди:л,ла,ли утвержден:,о,ы,а отчиталсь ответи:л,ла,ло,ли справи:лся,лась,лось,лись")),
        (AskRole.ToDo, new("сдать сдавать отчитаться прислать отправить сделать выполнить исполнить создать издать разместить внести назначить провести отчитываться ответить позже попозже потом")),
        (AskRole.InTime, new("успева:ет,ют,ем,ющие,ющих успе:ет,ют,ем")),
        (AskRole.WasInTime, new("успе:л,ла,ли")),
        (AskRole.Came, new(
            "заходи:л,ла,ли,ло заш:ел,ла,ли,едшие,едших вош:ел,ла,ли,едшие,едших подключ:ился,илась,илось,ились,ен,ены,ена,ено,ившиеся,ившихся подключа:лся,лись присоедини:лся,лась,лись зарегистрирова:лся,лась,лись,н,ны появи:лся,лась,лись появля:лся,лись начина:л,ла,ли нач:ал,ала,али")),
        (AskRole.Checked, new("провере:н,но,ны,на,нные,нных провери:л,ла,ли рассмотре:л,ла,ли,но,ны")),
        (AskRole.Check, new("проверк:е,у,и проверя:ется,ются рассмотрени:и,е ожида:ет,ют ждет ждут")),
        (AskRole.Accepted, new("приня:т,то,ты,та,тые,тых,л,ла,ли зачте:но,ны,н утвержденные")),
        (AskRole.Returned, new("верну:л,ла,ли,ло возвраще:н,но,ны,на,нные,нных,нный возвраща:л,ли отклон:ен,ено,ены,или,енные,енных доработк:е,у,и заверну:л,ли")),
        (AskRole.Late, new("просроч:ил,ила,или,ен,ено,ены,ена,енные,енных,енный,ки,ка,ку,ивает,ивают,ивший,ившие,ивших опозда:л,ла,ли,вшие,вших опаздыва:ет,ют,ющие,ющих запазд:ывает,ывают задерж:ал,ала,али,ивает,ивают затян:ул,ула,ули")),
        (AskRole.Promised, new("обеща:л,ла,ли,ет,ют,вшие,вших,но,ны пообеща:л,ла,ли обещани:я,е,й отложи:л,ла,ли перенес перенесл:а,и отсрочк:а,у,и,ой")),
        (AskRole.Silent, new("молч:ит,ат,ал,али,уны,унов,ащие,ащих")),
        (AskRole.Debtor, new("должник:,и,ов,ам,а,ами долг:и,ов,ах отстающ:ие,их,ий отста:ет,ют,л,ли остал:ся,ось,ись,ась остаются остается")),
        (AskRole.Term, new("срок:,и,ов,а вовремя")),
        (AskRole.Changed, new("измени:лось,лся,лись,лся изменени:я,й,е,ях нов:ого,ое,ости,остей,остям новеньк:ого,ое произош:ло,ли случи:лось происходи:ло,т обнови:лось,лся,лись добави:лось,лись динамик:а,у,и поступи:ло,ли приш:ло,ли")),
        (AskRole.State, new("подробн:о,ее,ости,остей состояни:е,я,ю статус:,а дела обстоят карточк:а,у,и")),
        (AskRole.School, new(
            "школ:а,ы,у,е,ой,ою,ам,ами,ах, школк:а,и,у сош оош нош моу мбоу мкоу маоу мобу гимнази:я,и,ю,й,ям,ями,ях,ей,ею лице:й,я,ю,и,ев,ям,е,ем,ями,ях общеобразовательн:ые,ых,ое,ого")),
        (AskRole.Kindergarten, new(
            "сад:,ы,ов,а,у,е,ам,ами,ах,ом,ик,ики,иков,ика,ику,ике,икам,иком,иками,иках садичк:и,ов детсад:,ы,ов,а,у,е,ам,ами,ах,ом детск:ий,ие,их,ого,ому,им,ом,ими доу мдоу мбдоу мкдоу мадоу дошкольн:ые,ых,ое,ого,ый дошколк:и,а,у ясл:и,ей дс")),
        (AskRole.Centre, new(
            "удо мбудо мудо муду дод удод допобразовани:я,е,ю,ем допобр допов центр:,ы,ов,а,у,е,ам,ом,ами,ах дворц:ы,ов,а,ам дворец дюсш дши дмш цдо цдт дополнительн:ого,ое,ому,ые,ых,ом,ым доп кружк:и,ов,ам")),
        (AskRole.Any, new("учреждени:е,я,й,ю,ям,ем,ями,ях организаци:я,и,й,ю,ям,ями,ях оу оо образовательн:ые,ых,ое,ого")),
        (AskRole.Filler, new(
            "а и ну но же бы в во на по с со от за из у к ко о об до для среди еще уже пока так там тут ли все всех всего всем весь вся нам нас мне меня наш:и,их,а,ей пожалуйста плиз пж скажи скажите подскажи подскажите хочу есть был то это эт:от,ой,их,и,у,ому такие сейчас теперь вообще совсем "
            + "пункт:,а,у,ом,е,ы,ов,ам,ами подпункт:,а,у,ы,ов п отчет:,а,у,ы,ов,ам,ами,е отчетность сих пор раз разу разик никак никто ничего руководител:ь,и,ей,я,ям заведующ:ие,их,ая,ий директор:,а,ов,у,ам приказу момент данный текущий день дня только лишь именно снова опять "
            + "здравствуйте привет добрый спасибо номер район:,а,е,у,ов округ:,а,е,у муниципалитет:,а,е действительно полностью целом бот числится числятся которые которых который где экран отметк:а,и,у,ок ответ:,а,ы,ов,у")),
    ];

    private static readonly WordForms Education = new("образовани:я,е,ю,ем");

    private static readonly WordForms House = new("дом:,а,ов,у,е,ам,ах,ом");

    private static readonly WordForms Art = new("творчеств:а,о,у,е");

    private static readonly WordForms Singular = new(
        "школа школу школе школой школы гимназия гимназию гимназии гимназией лицей лицея лицею лицеем лицее сад сада саду садом саде садик садика садику садиком садике детсад детсада детсаду детсадом детсаде сош оош нош моу мбоу мкоу маоу доу мдоу мбдоу мкдоу мадоу удо мбудо центр центра центру центром центре дом дома дому домом доме дворец дворца дюсш дши дмш цдо цдт учреждение учреждению учреждением учреждения дс");

    /// <summary>What the word is beside its neighbours: «доп образования» and «дом творчества» are one name of a type.</summary>
    public static AskRole RoleOf(string before, string word, string after) =>
        Education.Has(word) && RoleOf(before) == AskRole.Centre ? AskRole.Filler
        : House.Has(word) && Art.Has(after) ? AskRole.Centre
        : Art.Has(word) && (House.Has(before) || RoleOf(before) == AskRole.Centre) ? AskRole.Filler
        : RoleOf(word);

    /// <summary>What the word is; a form with a slip of the hand counts where no word is so spelled.</summary>
    public static AskRole RoleOf(string word)
    {
        foreach (var (role, words) in Known)
        {
            if (words.Has(word))
            {
                return role;
            }
        }

        if (Never.Has(word))
        {
            return AskRole.None;
        }

        foreach (var (role, words) in Known)
        {
            if (role is not (AskRole.Filler or AskRole.ToDo or AskRole.What or AskRole.How or AskRole.State) && words.HasNearly(word))
            {
                return role;
            }
        }

        return AskRole.None;
    }

    /// <summary>Behind it the number or the name of one institution may stand.</summary>
    public static bool MayBeOne(string word) => Singular.Has(word) || (RoleOf(word) is AskRole.School or AskRole.Kindergarten or AskRole.Centre && Singular.HasNearly(word));

    /// <summary>Null for a role that is no type.</summary>
    public static string? TypeOf(AskRole role) => role switch
    {
        AskRole.School => SchoolType,
        AskRole.Kindergarten => KindergartenType,
        AskRole.Centre => CentreType,
        _ => null,
    };

    /// <summary>In the order of the orders.</summary>
    public static ImmutableArray<string> Types { get; } = [SchoolType, KindergartenType, CentreType];
}
