using Microsoft.Net.Http.Headers;

namespace Sferum.Bot.Panel;

/// <summary>The answer to a page that asks whether it is still true.</summary>
internal static class PageVersion
{
    /// <param name="version">Another one when anything that the page shows has changed.</param>
    public static IResult Answer(HttpContext http, string version)
    {
        var tag = new EntityTagHeaderValue($"\"{version}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Text(tag.Tag.ToString());
    }
}
