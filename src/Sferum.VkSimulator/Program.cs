using System.Globalization;
using System.Runtime.InteropServices;
using Sferum.VkSimulator;

var options = CommandLine.Read(args);
if (options is null)
{
    await Console.Error.WriteLineAsync("Usage: Sferum.VkSimulator [--urls http://127.0.0.1:PORT | --port PORT] [--token TOKEN] [--group ID]");
    return 2;
}

var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await using var simulator = await VkSimulatorHost.StartAsync(options);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Page and admin API: {simulator.Address}"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"API base address:   {simulator.ApiBaseUrl} (community {simulator.GroupId}, token {simulator.Token})"));
    await stopped.Task;
    return 0;
}
catch (IOException taken)
{
    await Console.Error.WriteLineAsync(taken.Message);
    return 2;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.TrySetResult();
}
