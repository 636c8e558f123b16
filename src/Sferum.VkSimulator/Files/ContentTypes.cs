namespace Sferum.VkSimulator.Files;

/// <summary>Content types of downloads and VK's document classes by file extension (vk-platform.md §6.3).</summary>
internal static class ContentTypes
{
    public static string Of(string extension) => extension switch
    {
        "jpg" or "jpeg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        "pdf" => "application/pdf",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "zip" => "application/zip",
        "doc" => "application/msword",
        "xls" => "application/vnd.ms-excel",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "ogg" => "audio/ogg",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        _ => "application/octet-stream",
    };

    /// <summary>1 text, 2 archive, 3 gif, 4 image, 5 audio, 6 video, 7 e-book, 8 unknown.</summary>
    public static int DocumentType(string extension) => extension switch
    {
        "pdf" or "txt" or "doc" or "docx" or "xls" or "xlsx" or "ppt" or "pptx" or "rtf" or "odt" or "ods" or "csv" => 1,
        "zip" or "rar" or "7z" or "gz" => 2,
        "gif" => 3,
        "png" or "jpg" or "jpeg" or "bmp" or "tiff" => 4,
        "ogg" or "wav" => 5,
        "mp4" or "avi" or "mov" => 6,
        "fb2" or "epub" or "djvu" => 7,
        _ => 8,
    };

    public static string ExtensionOf(string fileName) => Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();
}
