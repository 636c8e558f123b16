using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sferum.VkSimulator.Admin;

/// <summary><c>/admin/persons…</c>: people and what they do.</summary>
internal sealed class PersonCalls(VkPlatform vk)
{
    private readonly PersonActions _actions = new(vk);
    private readonly Views _views = new(vk);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Post, "/persons", request => Add(
            request.Long("id"),
            request.RequiredText("firstName"),
            request.RequiredText("lastName"),
            request.Text("caption") ?? "",
            request.Flag("canMessage") ?? false,
            request.Text("role"),
            request.Flag("isMember") ?? false));
        routes.MapCall(HttpMethods.Get, "/persons/{id}/chat", request => ChatOf(request.Id("id")));
        routes.MapCall(HttpMethods.Post, "/persons/{id}/messages", request => _actions.Write(request.Id("id"), Message(request)));
        routes.MapCall(
            HttpMethods.Post,
            "/persons/{id}/press",
            request => _actions.Press(
                request.Id("id"), request.RequiredInt("row"), request.RequiredInt("column"), (int?)request.Long("cmid")));
        routes.MapCall(
            HttpMethods.Post, "/persons/{id}/start", request => _actions.Start(request.Id("id"), request.Text("ref"), request.Text("refSource")));
        routes.MapCall(
            HttpMethods.Post,
            "/persons/{id}/answer",
            request => _actions.AnswerByHand(request.Id("id"), request.RequiredLong("administratorId"), request.RequiredText("text")));
        MapAct(routes, "allow", request => _actions.Allow(request.Id("id"), request.Text("key") ?? ""));
        MapAct(routes, "deny", request => _actions.Deny(request.Id("id")));
        MapAct(routes, "typing", request => _actions.Type(request.Id("id")));
        MapAct(routes, "read", request => _actions.Read(request.Id("id")));
        MapAct(routes, "join", request => _actions.Join(request.Id("id"), member: true));
        MapAct(routes, "leave", request => _actions.Join(request.Id("id"), member: false));
        MapAct(routes, "edit", request => _actions.Edit(request.Id("id"), request.RequiredInt("cmid"), request.RequiredText("text")));
    }

    public PersonView Add(long? id, string firstName, string lastName, string caption, bool canMessage, string? role, bool isMember)
    {
        lock (vk.World.Gate)
        {
            if (id is <= 0 or > World.GroupChat.PeerBase)
                throw AdminRefusal.Wrong("id of a person is from 1 to 2000000000");
            if (id is { } taken && vk.World.Persons.ContainsKey(taken))
                throw AdminRefusal.Wrong($"person {taken} is already there");
            return _views.Of(vk.World.AddPerson(id, firstName, lastName, caption, canMessage, role, isMember));
        }
    }

    public ChatView ChatOf(long id)
    {
        lock (vk.World.Gate)
            return _views.Of(_actions.Find(id).Dialog);
    }

    private static void MapAct(IEndpointRouteBuilder routes, string name, Action<AdminRequest> act) =>
        routes.MapCall(HttpMethods.Post, $"/persons/{{id}}/{name}", request =>
        {
            act(request);
            return null;
        });

    /// <summary>A payload may be given as JSON or as the string that VK carries.</summary>
    private static PersonMessage Message(AdminRequest request)
    {
        if (request.Body["payload"] is { } payload && payload.GetValueKind() != JsonValueKind.String)
            request.Body["payload"] = JsonValue.Create(payload.ToJsonString(Json.Relaxed));
        foreach (var name in request.Body.Where(member => member.Value is null).Select(member => member.Key).ToList())
            request.Body.Remove(name);
        return request.As<PersonMessage>();
    }
}
