#if WITH_VKNET
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sferum.Bot.Tests.VkNet;

/// <summary>What a VK has that signs users in by login, password and code, and shows them three chats; over real HTTP.</summary>
internal sealed class SignInVk : IAsyncDisposable
{
    public const string FirstToken = "vk1.a.first";
    public const string Token = "vk1.a.exchanged";

    private const long Account = 900;

    private readonly WebApplication _app;
    private readonly string _password;
    private readonly string _code;

    private SignInVk(WebApplication app, string password, string code)
    {
        _app = app;
        _password = password;
        _code = code;
    }

    /// <summary>As which application whoever asked has called himself.</summary>
    public ConcurrentQueue<string> Agents { get; } = new();

    public Uri SignInUrl => new(Address, "token");

    public Uri ApiBaseUrl => new(Address, "method/");

    private Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()); // Kestrel has it

    public static async Task<SignInVk> StartAsync(string password, string code)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var vk = new SignInVk(app, password, code);
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/token", (HttpRequest request) => vk.SignIn(request));
        app.MapPost("/method/{name}", (HttpRequest request, string name) => vk.Call(request, name));
        await app.StartAsync();
        return vk;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private IResult SignIn(HttpRequest request)
    {
        Agents.Enqueue(request.Headers.UserAgent.ToString());
        var form = request.Form;
        return form["password"] != _password ? Refused("""{"error":"invalid_client","error_description":"Username or password is incorrect"}""")
            : string.IsNullOrEmpty(form["code"]) ? Refused("""{"error":"need_validation","error_description":"use code","validation_type":"2fa_sms"}""")
            : form["code"] != _code ? Refused("""{"error":"invalid_request","error_type":"wrong_otp","error_description":"Wrong code"}""")
            : Json($$"""{"access_token":"{{FirstToken}}","expires_in":0,"user_id":{{Account}}}""");
    }

    private IResult Call(HttpRequest request, string name)
    {
        Agents.Enqueue(request.Headers.UserAgent.ToString());
        return (name, request.Headers.Authorization.ToString(), request.Form["peer_id"].ToString()) switch
        {
            ("auth.refreshToken", $"Bearer {FirstToken}", _) => Json($$$"""{"response":{"token":"{{{Token}}}"}}"""),
            (_, not $"Bearer {Token}", _) => Json("""{"error":{"error_code":5,"error_msg":"User authorization failed"}}"""),
            ("messages.getConversations", _, _) => Json(Chats),
            ("messages.getConversationMembers", _, "2000000001") => Json(Members(Account, 5001, 5002, -200100300)),
            ("messages.getConversationMembers", _, _) => Json(Members(Account, 6001)),
            _ => Json("""{"error":{"error_code":3,"error_msg":"Unknown method passed"}}"""),
        };
    }

    /// <summary>Three chats, one that the account has left, and a dialog.</summary>
    private static string Chats => $$$"""
        {"response":{"count":5,"items":[
            {{{Chat(1, "Педсовет", "in")}}}, {{{Chat(2, "Родители", "in")}}}, {{{Chat(3, "Дача", "in")}}}, {{{Chat(4, "Прошлое", "left")}}},
            {"conversation": {"peer": {"id": 5001, "type": "user"} } }
        ] } }
        """;

    private static string Chat(int number, string title, string state) =>
        $$$$"""{"conversation":{"peer":{"id":{{{{2_000_000_000 + number}}}},"type":"chat"},"chat_settings":{"title":"{{{{title}}}}","state":"{{{{state}}}}","members_count":4}}}""";

    private static string Members(params long[] ids) =>
        $$$"""{"response":{"count":{{{ids.Length}}},"items":[{{{string.Join(',', ids.Select(id => $"{{\"member_id\":{id}}}"))}}}]}}""";

    private static IResult Json(string json) => Results.Text(json, "application/json");

    private static IResult Refused(string json) => Results.Text(json, "application/json", statusCode: StatusCodes.Status401Unauthorized);
}
#endif
