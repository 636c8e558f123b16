namespace Sferum.Bot.Orders;

/// <summary>What the bot knows of a group chat that was shown to it, as the database and the facts name it. A closed list.</summary>
public static class ChatState
{
    /// <summary>Not looked at yet.</summary>
    public const string Invited = "invited";

    /// <summary>The bot is in it and may not read its title and members.</summary>
    public const string NoRights = "no_rights";

    public const string Seen = "seen";

    /// <summary>The bot is in it no more.</summary>
    public const string Gone = "gone";
}
