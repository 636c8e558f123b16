namespace Sferum.Bot.Vk.Errors;

/// <summary>What to do about an error of VK; the letters of <c>vk-platform.md</c> §5.</summary>
internal enum VkPolicy
{
    /// <summary>R: again with backoff and the same <c>random_id</c>.</summary>
    Retry,

    /// <summary>R once, then it is refused.</summary>
    RetryOnce,

    /// <summary>R, then W.</summary>
    RetryThenWait,

    /// <summary>W: a long pause, growing with every attempt.</summary>
    Wait,

    /// <summary>F: our bug or bad input; never again as it is.</summary>
    Refuse,

    /// <summary>F or T, and the keyboard is the reason: once more without it.</summary>
    DropKeyboard,

    /// <summary>T: token or settings; a person has to mend it.</summary>
    Alert,

    /// <summary>P: this recipient cannot be reached.</summary>
    Unreachable,

    /// <summary>C: this chat cannot be used.</summary>
    ChatUnusable,

    /// <summary>–: nothing that a community bot should meet.</summary>
    NotExpected,

    /// <summary>A code that no list knows: taken as P for the item, and logged.</summary>
    Unknown,
}

/// <summary>One line of the table.</summary>
/// <param name="Pause">The first pause of W; zero for the others.</param>
internal sealed record VkErrorRule(int Code, VkPolicy Policy, TimeSpan Pause);
