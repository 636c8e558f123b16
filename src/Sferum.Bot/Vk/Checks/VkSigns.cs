using Microsoft.Extensions.Options;
using Sferum.Bot.Messaging.Troubles;
using Sferum.Bot.Storage;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Errors;
using Sferum.Bot.Vk.Receiving;

namespace Sferum.Bot.Vk.Checks;

/// <summary>Nothing has been heard of VK by the process that reads its events.</summary>
internal sealed class PollSign(PollPulse pulse, Leadership leadership, IOptions<VkOptions> vk, IOptions<TroubleOptions> options) : ITroubleSign
{
    public TroubleKind Kind => TroubleKind.PollDeaf;

    public Task<SignReading?> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult(vk.Value.Transport == VkTransportKind.Callback || leadership.StateOf(LeaderRole.Poller) != LeadState.Leading
            ? null
            : new SignReading(pulse.Silence > options.Value.PollSilence, (long)pulse.Silence.TotalMinutes));
}

/// <summary>
/// VK refuses what the token is or may do, by the last answer to a poll or to a message that waits. Told when messages can
/// be sent again, or meanwhile when only some of them can't.
/// </summary>
internal sealed class TokenSign(Database database, TroubleStore troubles, PollPulse pulse, Leadership leadership) : ITroubleSign
{
    public TroubleKind Kind => TroubleKind.TokenRefused;

    public async Task<SignReading?> ReadAsync(CancellationToken cancellationToken)
    {
        if (leadership.StateOf(LeaderRole.Scheduler) != LeadState.Leading)
        {
            return leadership.StateOf(LeaderRole.Poller) == LeadState.Leading && IsRefusal(pulse.LastErrorCode) ? new SignReading(true, pulse.LastErrorCode) : null;
        }

        var codes = await database.ReadAsync(troubles.LastCodesAsync, cancellationToken);
        return codes.Append(pulse.LastErrorCode).FirstOrDefault(IsRefusal) is > 0 and var code ? new SignReading(true, code) : SignReading.Fine;
    }

    private static bool IsRefusal(int code) => code > 0 && VkErrorPolicy.Of(new VkError(code, "")).Policy == VkPolicy.Alert;
}
