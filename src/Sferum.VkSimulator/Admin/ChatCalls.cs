namespace Sferum.VkSimulator.Admin;

/// <summary><c>/admin/chats…</c>: group chats.</summary>
internal sealed class ChatCalls(VkPlatform vk)
{
    private readonly ChatActions _actions = new(vk);
    private readonly Views _views = new(vk);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapCall(
            HttpMethods.Post,
            "/chats",
            request => new
            {
                peerId = _actions.Create(
                    request.RequiredText("title"), request.RequiredLong("ownerId"), request.Longs("members"), (int?)request.Long("extras") ?? 0),
            });
        routes.MapCall(HttpMethods.Get, "/chats/{peerId}", request => InfoOf(request.Id("peerId")));
        routes.MapCall(HttpMethods.Get, "/chats/{peerId}/chat", request => ChatOf(request.Id("peerId")));
        routes.MapCall(HttpMethods.Post, "/chats/{peerId}/messages", request =>
        {
            var (cmid, eventId) = _actions.Write(request.Id("peerId"), request.RequiredLong("fromId"), request.RequiredText("text"));
            return new { cmid, eventId };
        });
        MapAct(routes, "rename", request => _actions.Rename(request.Id("peerId"), request.RequiredLong("by"), request.RequiredText("title")));
        MapAct(routes, "add", request => _actions.Add(request.Id("peerId"), request.RequiredLong("by"), request.RequiredLong("personId")));
        MapAct(routes, "invite-bot", request => _actions.InviteBot(request.Id("peerId"), request.RequiredLong("by")));
        MapAct(routes, "make-admin", request => _actions.MakeAdmin(request.Id("peerId")));
        MapAct(routes, "kick-bot", request => _actions.KickBot(request.Id("peerId"), request.RequiredLong("by")));
    }

    public ChatView ChatOf(long peerId)
    {
        lock (vk.World.Gate)
            return _views.Of(_actions.Find(peerId).Dialog);
    }

    private static void MapAct(IEndpointRouteBuilder routes, string name, Action<AdminRequest> act) =>
        routes.MapCall(HttpMethods.Post, $"/chats/{{peerId}}/{name}", request =>
        {
            act(request);
            return null;
        });

    private object InfoOf(long peerId)
    {
        lock (vk.World.Gate)
        {
            var chat = _actions.Find(peerId);
            return new { chat = Views.Of(chat), members = chat.Members.Values.Select(member => _views.Of(member, chat)).ToList() };
        }
    }
}
