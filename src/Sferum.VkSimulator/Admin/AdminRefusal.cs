namespace Sferum.VkSimulator.Admin;

/// <summary>The caller of the admin API asked for something that cannot be.</summary>
internal sealed class AdminRefusal(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    public static AdminRefusal Unknown(string what) => new(404, what);

    public static AdminRefusal Wrong(string what) => new(400, what);
}
