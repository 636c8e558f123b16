namespace Sferum.VkSimulator.Methods;

/// <summary>Thrown by a method that refuses its call; the dispatcher turns it into the error envelope.</summary>
internal sealed class VkRefusal(VkError error) : Exception(error.Message)
{
    public VkError Error { get; } = error;
}
