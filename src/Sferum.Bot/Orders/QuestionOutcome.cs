namespace Sferum.Bot.Orders;

/// <summary>What came of a question when it was asked.</summary>
public static class QuestionOutcome
{
    /// <summary>Handed over to a person, who owes an answer.</summary>
    public const string Asked = "asked";

    /// <summary>The bot knew no answer, and it was not handed over.</summary>
    public const string Unanswered = "unanswered";

    /// <summary>The bot's answer did not help.</summary>
    public const string Bad = "bad";

    /// <summary>The bot's answer helped.</summary>
    public const string Good = "good";
}
