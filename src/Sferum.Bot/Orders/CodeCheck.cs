namespace Sferum.Bot.Orders;

/// <param name="Post">What the code would make of its bearer; told only when it is valid.</param>
public sealed record CodeCheck(CodeVerdict Verdict, Post? Post);

public enum CodeVerdict
{
    Valid,
    Unknown,
    Used,

    /// <summary>Its time is over, or that of the deputy for whom it was, or a newer code took its place.</summary>
    Expired,

    /// <summary>Too many wrong codes within an hour, by this person or by all.</summary>
    Blocked,
}
