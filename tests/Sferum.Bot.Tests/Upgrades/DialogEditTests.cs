using System.Collections.Immutable;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Compiled;
using Sferum.Bot.Tests.Answers;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Upgrades;

/// <summary>Somebody edits the dialogs while people are inside: whatever state he renames or removes, nobody is stranded there.</summary>
public sealed class DialogEditTests
{
    private const string NewName = "_anew";

    /// <summary>States that go in one edit; one by one it would take a minute.</summary>
    private const int StatesOfAnEdit = 8;

    private const int MostOfAState = 3;

    private static readonly DialogEvent Sticker = new DialogEvent.Wrote("", [new Attachment(AttachmentKind.Sticker, "sticker1", "", 0)]);

    private static readonly DialogBook Book = OfficeStage.Book;

    /// <summary>By state, people who rest there in the transcripts.</summary>
    private static readonly Lazy<ILookup<string, Standing>> Standings = new(() => DialogFolder.Files("*.transcript")
        .SelectMany(file =>
        {
            var player = new TranscriptPlayer(CoreOf(Book), FactFixtures.OfRepository);
            player.Play(DialogFolder.Read(file));
            return player.Standings;
        })
        .Where(standing => standing.Facts.Talk is null)
        .GroupBy(standing => (standing.Conversation.State, standing.Facts.Person.Role))
        .SelectMany(place => place.OrderByDescending(standing => standing.Conversation.Slots.Count).Take(MostOfAState))
        .ToLookup(standing => standing.Conversation.State));

    [Fact]
    public void Renaming_every_state_and_saying_where_it_is_now_changes_nothing_for_anybody()
    {
        var (present, core) = (CoreOf(Book), CoreOf(Load(DialogEdit.Of(Renamed, moved: true))));
        foreach (var standing in Standings.Value.SelectMany(place => place))
        {
            foreach (var happened in (DialogEvent[])[Sticker, new DialogEvent.Wrote("меню", []), .. Presses(standing.Buttons)])
            {
                if (Step(present, standing, happened) is not { } before)
                {
                    continue;
                }

                var after = Step(core, standing, happened);
                Assert.NotNull(after);
                Assert.Equal(Anew(before.Conversation.State), after.Conversation.State);
                Assert.Equal(before.Effects.OfType<Effect.Say>().Select(say => say.Text), after.Effects.OfType<Effect.Say>().Select(say => say.Text));
            }
        }
    }

    [Fact]
    public void Whoever_stood_in_a_renamed_state_of_which_nothing_is_said_is_at_his_menu_with_his_answers()
    {
        var core = CoreOf(Load(DialogEdit.Of(Renamed, moved: false)));
        RequireNone(Standings.Value.SelectMany(place => place.SelectMany(standing => FaultsOf(core, standing, Anew))));
    }

    [Fact]
    public void Whoever_stood_in_a_removed_state_is_at_his_menu_with_his_answers_and_goes_on()
    {
        var all = Book.StateKeys.Except(Lasting()).Where(key => Book.States[key] is { Say.Length: > 0 } or { Always.Length: > 0 }).ToList();
        var tried = new HashSet<string>(StringComparer.Ordinal);
        var faults = new List<string>();
        for (var first = 0; first < all.Count; first += StatesOfAnEdit)
        {
            var gone = WithWhatNobodyComesToAnyMore(all.Skip(first).Take(StatesOfAnEdit).ToHashSet());
            var core = CoreOf(Load(DialogEdit.Of(key => gone.Contains(key) ? null : ShortName(key), moved: false)));
            faults.AddRange(gone.SelectMany(key => Standings.Value[key]).SelectMany(standing => FaultsOf(core, standing, key => key)));
            tried.UnionWith(gone);
        }

        RequireNone(faults);
        Assert.Superset(all.ToHashSet(), tried);
        Assert.True(all.Count > Book.StateKeys.Length * 3 / 4, $"only {all.Count} of {Book.StateKeys.Length} states were removed");
        Assert.True(tried.Count(Standings.Value.Contains) > 100, "hardly anybody stood there");
    }

    /// <summary>What is wrong for somebody whose state is gone.</summary>
    private static IEnumerable<string> FaultsOf(DialogCore core, Standing standing, Func<string, string> nowCalled)
    {
        var was = standing.Conversation.State;
        var menu = Step(core, standing, new DialogEvent.Pressed("menu", ImmutableSortedDictionary<string, string>.Empty));
        var atMenu = menu is null ? null : Step(core, standing with { Conversation = menu.Conversation }, Sticker)?.Conversation.State;
        if (menu is null || Step(core, standing, Sticker) is not { } landed)
        {
            yield return $"{was} ({standing.Facts.Person.Role}): the menu wants to know more than a transcript";
            yield break;
        }

        if (landed.Conversation.State != atMenu && landed.Conversation.State != nowCalled(Book.Consent?.Ask ?? ""))
        {
            yield return $"{was} ({standing.Facts.Person.Role}): landed in {landed.Conversation.State}, the menu is {menu.Conversation.State}";
        }

        // What a menu clears by itself was of no use beyond it.
        foreach (var slot in standing.Conversation.Slots.Where(slot => (slot.Key.StartsWith("answers.", StringComparison.Ordinal) || menu.Conversation.Slots.ContainsKey(slot.Key)) && landed.Conversation.Slots.GetValueOrDefault(slot.Key) != slot.Value))
        {
            yield return $"{was} ({standing.Facts.Person.Role}): lost {slot.Key}";
        }

        var there = standing with { Conversation = landed.Conversation };
        var shown = landed.Effects.Concat(menu.Effects).OfType<Effect.Say>().SelectMany(say => say.Keyboard?.Rows ?? []).SelectMany(row => row).ToImmutableArray();
        if (shown.Length == 0 || !landed.Effects.OfType<Effect.Say>().Any())
        {
            yield return $"{was} ({standing.Facts.Person.Role}): nothing leads on from {landed.Conversation.State}";
        }

        foreach (var (from, happened) in Presses(shown).Select(press => (there, press)).Concat(Presses(standing.Buttons).Select(press => (standing, press))).Append((there, new DialogEvent.Wrote("меню", []))))
        {
            if (Step(core, from, happened) is { Effects.Length: 0 })
            {
                yield return $"{was} ({standing.Facts.Person.Role}): silence after {happened}";
            }
        }
    }

    private static void RequireNone(IEnumerable<string> faults) => Assert.True(!faults.Any(), string.Join('\n', faults.Distinct().Take(40)));

    private static IEnumerable<DialogEvent> Presses(IEnumerable<Button> buttons) =>
        buttons.Where(button => button.Link is null).Select(button => new DialogEvent.Pressed(button.Command, button.Args));

    /// <summary>Null where a turn would first read what a transcript does not tell.</summary>
    private static StepResult? Step(DialogCore core, Standing standing, DialogEvent happened)
    {
        try
        {
            return core.Step(standing.Conversation, happened, standing.Facts, standing.Now);
        }
        catch (FactMissingException)
        {
            return null;
        }
    }

    private static DialogCore CoreOf(DialogBook book) => new(book, OfficeClock.Zone, RepositoryAnswers.Desk.Answer);

    private static string ShortName(string key) => key[(key.LastIndexOf('.') + 1)..];

    /// <summary>The root of all states bears the name by which the program knows it.</summary>
    private static string Renamed(string key) => key == DialogBook.Root ? ShortName(key) : ShortName(key) + NewName;

    private static string Anew(string key) => key == DialogBook.Root ? key : key + NewName;

    /// <summary>Without the root, the first words, the menus or the question of consent there is no dialog to edit.</summary>
    private static HashSet<string> Lasting()
    {
        var lasting = new HashSet<string>(StringComparer.Ordinal) { DialogBook.Root };
        var next = new Queue<string>([.. Book.Home.Values, Book.Initial, .. Book.Consent is { } consent ? [consent.Ask] : Array.Empty<string>()]);
        while (next.TryDequeue(out var key))
        {
            if (lasting.Add(key))
            {
                foreach (var to in Book.States[key].Always.Select(rule => rule.Target).OfType<Target.To>())
                {
                    next.Enqueue(to.State);
                }
            }
        }

        return lasting;
    }

    /// <summary>An editor removes what only they led to as well: <c>check</c> complains of it.</summary>
    private static HashSet<string> WithWhatNobodyComesToAnyMore(HashSet<string> gone)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(Lasting());
        while (next.TryDequeue(out var key))
        {
            if (gone.Contains(key) || !reached.Add(key))
            {
                continue;
            }

            var lineage = Book.Lineage(key).Where(state => !gone.Contains(state.Key)).ToList();
            foreach (var group in lineage)
            {
                next.Enqueue(group.Key);
            }

            foreach (var to in lineage.SelectMany(state => state.Rules).Concat(Book.States[key].Always).Select(rule => rule.Target).OfType<Target.To>())
            {
                next.Enqueue(to.State);
            }
        }

        return [.. Book.StateKeys.Where(key => !reached.Contains(key))];
    }

    /// <summary>From a folder, as the program reads it.</summary>
    private static DialogBook Load(IReadOnlyDictionary<string, string?> edited)
    {
        var folder = Directory.CreateTempSubdirectory("sferum-edit-");
        try
        {
            foreach (var file in DialogFolder.Files("*.yaml"))
            {
                var place = Path.Combine(folder.FullName, file);
                Directory.CreateDirectory(Path.GetDirectoryName(place) ?? folder.FullName);
                if ((edited.TryGetValue(file, out var text) ? text : DialogFolder.Read(file)) is { } left)
                {
                    File.WriteAllText(place, left);
                }
            }

            var faults = new Faults();
            return DialogBook.Load(folder.FullName, faults) ?? throw new InvalidOperationException(string.Join('\n', faults));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
