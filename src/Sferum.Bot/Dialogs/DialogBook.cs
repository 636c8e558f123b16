using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Compiled;
using Sferum.Bot.Dialogs.Loading;
using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs;

/// <summary>
/// All dialog files, read, checked and compiled: immutable, free to share between threads. Only a set of files without
/// a single fault becomes a book.
/// </summary>
public sealed class DialogBook
{
    /// <summary>Superstate of all states.</summary>
    internal const string Root = "shared.anywhere";

    /// <summary>Dialog whose first state greets a new person.</summary>
    internal const string WelcomeDialog = "welcome.hello";

    /// <summary>The role whose home everybody gets who has no home of his own.</summary>
    internal const string GuestRole = "guest";

    // What may be typed in each state, its superstates included; made when asked for, since the book is checked after it is made.
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _words = new(StringComparer.Ordinal);

    internal DialogBook(
        FrozenDictionary<string, DialogFile> dialogs,
        FrozenDictionary<string, DialogState> states,
        FrozenDictionary<string, DialogNotice> notices,
        FrozenDictionary<string, string> moved,
        FrozenDictionary<string, DialogExpression> conditions,
        FrozenDictionary<string, string> home,
        Paging? paging,
        ConsentText? consent)
    {
        Files = dialogs;
        States = states;
        NoticeTexts = notices;
        Moved = moved;
        Conditions = conditions;
        Home = home;
        Paging = paging;
        Consent = consent;
        Parents = states.Values.Where(s => s.Parent is not null).Select(s => s.Parent!).ToFrozenSet(); // null only for the root, filtered
        Dialogs = [.. dialogs.Keys.Order(StringComparer.Ordinal)];
        StateKeys = [.. states.Keys.Order(StringComparer.Ordinal)];
        Notices = [.. notices.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Keys of the dialogs, sorted.</summary>
    public ImmutableArray<string> Dialogs { get; }

    /// <summary>Keys of all states, sorted.</summary>
    public ImmutableArray<string> StateKeys { get; }

    /// <summary>Names of the texts that <see cref="DialogCore.Notice"/> can render, sorted.</summary>
    public ImmutableArray<string> Notices { get; }

    internal FrozenDictionary<string, DialogFile> Files { get; }

    internal FrozenDictionary<string, DialogState> States { get; }

    internal FrozenDictionary<string, DialogNotice> NoticeTexts { get; }

    internal FrozenDictionary<string, string> Moved { get; }

    internal FrozenDictionary<string, DialogExpression> Conditions { get; }

    /// <summary>Role → state with its menu; <see cref="GuestRole"/> is always among them.</summary>
    internal FrozenDictionary<string, string> Home { get; }

    internal Paging? Paging { get; }

    /// <summary>Null in a book whose dialogs ask for no consent.</summary>
    internal ConsentText? Consent { get; }

    /// <summary>States that have substates.</summary>
    internal FrozenSet<string> Parents { get; }

    internal string Initial => Files[WelcomeDialog].FirstState;

    /// <summary>
    /// Reads every <c>*.yaml</c> below <paramref name="folder"/> that has a <c>dialog:</c> or <c>conditions:</c> key;
    /// other data files are somebody else's. Null when a fault was added.
    /// </summary>
    public static DialogBook? Load(string folder, Faults faults) => BookReader.Read(
        Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(f => KeyValuePair.Create(Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f))),
        faults);

    /// <summary>As <see cref="Load"/>, from texts: path with forward slashes → content.</summary>
    public static DialogBook? Read(IEnumerable<KeyValuePair<string, string>> files, Faults faults) => BookReader.Read(files, faults);

    internal string HomeOf(string role) => Home.TryGetValue(role, out var state) ? state : Home[GuestRole];

    /// <summary>A state that an edit has removed leads to where the edit says, else to the menu of the role.</summary>
    internal string PlaceOf(string state, string role) =>
        States.ContainsKey(state) ? state : Moved.TryGetValue(state, out var moved) ? moved : HomeOf(role);

    /// <summary>Whether a rule of the state or of a superstate listens for these words, whatever else it asks for.</summary>
    internal bool Hears(string state, string typed, bool tolerant) => TypedWords.AreAmong(
        _words.GetOrAdd(state, key => [.. Lineage(key).SelectMany(s => s.Rules).SelectMany(r => r.Words).Distinct()]), typed, tolerant);

    /// <summary>The state and its superstates, the nearest first.</summary>
    internal IEnumerable<DialogState> Lineage(string key)
    {
        for (var state = States.GetValueOrDefault(key); state is not null; state = state.Parent is { } p ? States[p] : null)
        {
            yield return state;
        }
    }
}
