using System.Globalization;
using Sferum.VkSimulator;

var options = CommandLine.Read(args);
if (options is null)
{
    await Console.Error.WriteLineAsync("Usage: Sferum.VkSimulator [--urls http://127.0.0.1:PORT | --port PORT] [--token TOKEN] [--group ID]");
    return 2;
}

await using var simulator = await VkSimulatorHost.StartAsync(options);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Page and admin API: {simulator.Address}"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"API base address:   {simulator.ApiBaseUrl} (community {simulator.GroupId}, token {simulator.Token})"));
await simulator.WaitUntilStoppedAsync(CancellationToken.None);
return 0;
