using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sferum.Bot.Vk;

namespace Sferum.Bot.Tests.Vk;

public sealed class VkOptionsTests
{
    private static readonly (string, string)[] Good = [("Vk:Token", "vk1.a.x"), ("Vk:GroupId", "200100300")];

    /// <summary>A wrong setting and how its line begins.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        { "Vk:Token", "", "Vk__Token" },
        { "Vk:GroupId", "0", "Vk__GroupId" },
        { "Vk:GroupId", "-5", "Vk__GroupId" },
        { "Vk:ApiBaseUrl", "http://api.vk.ru/method/", "Vk__ApiBaseUrl" },
        { "Vk:ApiBaseUrl", "https://api.vk.ru/method", "Vk__ApiBaseUrl" },
        { "Vk:ApiBaseUrl", "method/", "Vk__ApiBaseUrl" },
        { "Vk:Transport", "7", "Vk__Transport" },
        { "Vk:Transport", "Callback", "Vk__CallbackSecret" },
        { "Vk:Client", "VkNet", "Vk__Client" },
        { "Vk:RequestsPerSecond", "0", "Vk__RequestsPerSecond" },
        { "Vk:LongPollWait", "00:02:00", "Vk__LongPollWait" },
        { "Vk:ApiTimeout", "00:00:00", "Vk__ApiTimeout" },
        { "Vk:CallbackSecret", "012345678901234567890123456789012345678901234567890", "Vk__CallbackSecret" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_wrong_setting_stops_the_start_with_one_clear_line(string name, string value, string begins)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Read([.. Good.Where(good => good.Item1 != name), (name, value)]));

        Assert.Contains(fault.Failures, line => line.Contains(begins, StringComparison.Ordinal));
        Assert.DoesNotContain("vk1.a.x", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Read(("Vk:Transport", "Callback")));

        foreach (var name in (string[])["Vk__Token", "Vk__GroupId", "Vk__CallbackSecret", "Vk__CallbackConfirmation"])
            Assert.Contains(name, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Token_and_group_are_enough()
    {
        var options = Read(Good);

        Assert.Equal(new Uri("https://api.vk.ru/method/"), options.ApiBaseUrl);
        Assert.Equal((VkTransportKind.LongPoll, VkClientKind.BuiltIn, 20), (options.Transport, options.Client, options.RequestsPerSecond));
    }

    [Fact]
    public void A_simulator_on_this_machine_may_speak_plain_HTTP() =>
        Assert.Equal(5000, Read([.. Good, ("Vk:ApiBaseUrl", "http://127.0.0.1:5000/method/")]).ApiBaseUrl.Port);

    private static VkOptions Read(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)))
            .Build();
        using var services = new ServiceCollection().AddLogging().AddVkClient(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<VkOptions>>().Value;
    }
}
