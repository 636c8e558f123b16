using System.Text;

namespace Sferum.VkSimulator.Http;

internal static class Responses
{
    public static async Task JsonAsync(HttpContext http, ReadOnlyMemory<byte> json)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = json.Length;
        await http.Response.Body.WriteAsync(json, http.RequestAborted);
    }

    /// <summary>A page in the place of JSON, as a broken front server gives it.</summary>
    public static async Task HtmlAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.Body.WriteAsync(
            Encoding.UTF8.GetBytes($"<html><head><title>{status}</title></head><body><h1>{text}</h1></body></html>"), http.RequestAborted);
    }
}
