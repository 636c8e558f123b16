using Sferum.Bot.Dialogs.Inputs.Asking;
using Sferum.Bot.Orders.Asking;

namespace Sferum.Bot.Tests.Orders;

/// <summary>The dialogs know no orders, so each of the two has its own list of what may be asked.</summary>
public sealed class AskedStatusTests
{
    [Fact]
    public void What_the_specialist_can_ask_for_is_what_the_district_is_asked_by() => Assert.Equal(DistrictStatus.All.Order(), AskStatus.All.Order());
}
