using System.Collections.Concurrent;
using System.Text.Json;

namespace Sferum.VkSimulator.Events;

/// <summary>The community's callback servers: at most ten; each is confirmed before it gets events (vk-platform.md §4.4).</summary>
internal sealed class CallbackServers(CallbackPost post)
{
    public const int Most = 10;

    private readonly ConcurrentDictionary<int, CallbackServer> _servers = [];
    private int _lastId;

    /// <summary>What a server has to answer to <c>confirmation</c>.</summary>
    public string ConfirmationCode { get; } = Tokens.Hex(4);

    public IReadOnlyList<CallbackServer> All => [.. _servers.Values.OrderBy(server => server.Id)];

    public CallbackServer? Find(int id) => _servers.GetValueOrDefault(id);

    public bool Wants(string type) => !_servers.IsEmpty && _servers.Values.Any(server => Gets(server, type));

    /// <summary>Registers a server and has it confirmed; null when there are ten already.</summary>
    public CallbackServer? Add(Uri url, string title, string secret, IEnumerable<string> events)
    {
        if (_servers.Count >= Most)
            return null;
        var server = new CallbackServer(Interlocked.Increment(ref _lastId), url, title, secret);
        server.Events.UnionWith(events);
        _servers[server.Id] = server;
        Confirm(server);
        return server;
    }

    /// <summary>Asks the server for the confirmation code; its status tells the outcome.</summary>
    public void Confirm(CallbackServer server)
    {
        server.Status = CallbackStatus.Wait;
        post.Confirm(server, ConfirmationCode);
    }

    public bool Remove(int id) => _servers.TryRemove(id, out _);

    public void Clear() => _servers.Clear();

    public void Enqueue(string type, string json)
    {
        foreach (var server in _servers.Values.Where(server => Gets(server, type)))
            post.Deliver(server, type, WithSecret(json, server.Secret), Removed);
    }

    public void EnqueueRaw(string json)
    {
        foreach (var server in _servers.Values.Where(server => server.Status == CallbackStatus.Ok))
            post.Deliver(server, "raw", json, Removed);
    }

    private static bool Gets(CallbackServer server, string type)
    {
        lock (server.Events)
            return server.Status == CallbackStatus.Ok && server.Events.Contains(type);
    }

    private static string WithSecret(string json, string secret) =>
        secret.Length == 0 ? json : $"{json[..^1]},\"secret\":{JsonSerializer.Serialize(secret, Json.Relaxed)}}}";

    private void Removed(CallbackServer server) => Remove(server.Id);
}
