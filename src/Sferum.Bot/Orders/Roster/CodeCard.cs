namespace Sferum.Bot.Orders.Roster;

/// <summary>A code to be handed over: what stands on the card that is cut out of the sheet.</summary>
/// <param name="Code">As <see cref="ClaimCode.Print"/> gives it.</param>
/// <param name="Link">Opens the dialog with the community; its first message carries the code (<c>vk-platform.md</c> §7.4).</param>
/// <param name="Until">In the office's time zone.</param>
internal sealed record CodeCard(string Institution, string Code, Uri Link, DateTimeOffset Until);
