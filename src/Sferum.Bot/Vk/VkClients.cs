using System.Collections.Immutable;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Api.BuiltIn;

namespace Sferum.Bot.Vk;

/// <summary>
/// The implementations of <see cref="IVkApi"/> that this program was compiled with, of which setting <c>Vk__Client</c>
/// chooses one. A program that brings another registers its own list before the room.
/// </summary>
internal sealed class VkClients
{
    public static readonly VkClients BuiltInOnly = new();

    private readonly ImmutableDictionary<VkClientKind, Func<IServiceProvider, IVkApi>> _makers;

    private VkClients() => _makers = ImmutableDictionary<VkClientKind, Func<IServiceProvider, IVkApi>>.Empty
        .Add(VkClientKind.BuiltIn, provider => ActivatorUtilities.CreateInstance<BuiltInVkApi>(provider));

    private VkClients(ImmutableDictionary<VkClientKind, Func<IServiceProvider, IVkApi>> makers) => _makers = makers;

    /// <summary>The same list and one more.</summary>
    public VkClients With(VkClientKind kind, Func<IServiceProvider, IVkApi> maker) => new(_makers.SetItem(kind, maker));

    public bool Has(VkClientKind kind) => _makers.ContainsKey(kind);

    public IVkApi Create(VkClientKind kind, IServiceProvider provider) => _makers[kind](provider);
}
