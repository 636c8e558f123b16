using System.Globalization;

namespace Sferum.VkSimulator;

/// <summary>Options of the simulator as a program of its own.</summary>
internal static class CommandLine
{
    /// <summary>The options, or null when the arguments can't be understood. Every option has one value.</summary>
    public static VkSimulatorOptions? Read(IReadOnlyList<string> arguments)
    {
        var defaults = new VkSimulatorOptions { Port = 8200 };
        var (port, token, group) = (defaults.Port, defaults.Token, defaults.GroupId);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (i + 1 == arguments.Count)
                return null;
            var value = arguments[i + 1];
            var understood = arguments[i] switch
            {
                "--port" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= ushort.MaxValue,
                "--urls" => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.IsLoopback && (port = address.Port) >= 0,
                "--token" => (token = value).Length > 0,
                "--group" => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out group) && group > 0,
                _ => false,
            };
            if (!understood)
                return null;
        }

        return new VkSimulatorOptions { Port = port, Token = token, GroupId = group };
    }
}
