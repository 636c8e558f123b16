using System.Collections.Immutable;

namespace Sferum.Bot.VkNet.ServiceAccount;

/// <summary>A chat as the service account sees it.</summary>
/// <param name="People">Members who are people, without the account itself.</param>
internal sealed record SeenChat(string Title, ImmutableHashSet<long> People);

/// <summary>A chat that an institution has named in a report.</summary>
/// <param name="Label">The point as the order writes it: «1.2б».</param>
/// <param name="Members">As it was reported; null when it was not.</param>
/// <param name="Acting">VK numbers of the institution's head and deputies.</param>
internal sealed record NamedChat(
    Orders.ReportLine Line, string Institution, string Label, string Title, string? Members, ImmutableHashSet<long> Acting);

/// <summary>Which of the reported chats a chat may be.</summary>
/// <param name="IsSure">There is one, and its head or deputy is in the chat: titles alone are the same in many schools.</param>
internal sealed record ChatMatch(SeenChat Chat, ImmutableArray<NamedChat> Candidates, bool IsSure)
{
    public static ChatMatch Of(SeenChat chat, IEnumerable<NamedChat> named)
    {
        var title = Plain(chat.Title);
        var byTitle = named.Where(one => Plain(one.Title) == title).ToImmutableArray();
        var byPeople = byTitle.Where(one => chat.People.Overlaps(one.Acting)).ToImmutableArray();
        return byPeople.Length > 0 ? new ChatMatch(chat, byPeople, byPeople.Length == 1) : new ChatMatch(chat, byTitle, IsSure: false);
    }

    /// <summary>As a person compares titles: letters and digits, «ё» as «е», whatever the case and what stands between.</summary>
    private static string Plain(string title) =>
        string.Concat(title.ToUpperInvariant().Replace('Ё', 'Е').Where(char.IsLetterOrDigit));
}
