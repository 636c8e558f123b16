using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Sferum.Bot.Tests.Architecture;

public sealed class RoomTests
{
    private static readonly ArchUnitNET.Domain.Architecture Code =
        new ArchLoader().LoadAssemblies(typeof(Sferum.Bot.Messaging.IMessageTransport).Assembly).Build();

    public static TheoryData<string> Rooms => [.. RoomTable.MayUse.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_of_its_row(string room)
    {
        var others = RoomTable.MayUse.Keys.Except([room, .. RoomTable.MayUse[room]]).ToArray();
        foreach (var other in others)
        {
            Types().That().ResideInNamespaceMatching(NamespaceOf(room))
                .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(NamespaceOf(other)))
                .Because($"{room} may use only [{string.Join(", ", RoomTable.MayUse[room])}]")
                .WithoutRequiringPositiveResults()
                .Check(Code);
        }
    }

    [Fact]
    public void Every_namespace_is_a_room_of_the_table()
    {
        var rooms = Code.Types
            .Select(type => type.Namespace.FullName)
            .Where(name => name.StartsWith("Sferum.Bot.", StringComparison.Ordinal))
            .Select(name => name.Split('.')[2])
            .Distinct();

        Assert.Empty(rooms.Except(RoomTable.MayUse.Keys));
    }

    [Fact]
    public void Only_the_room_Vk_speaks_HTTP() =>
        Types().That().DoNotResideInNamespaceMatching(NamespaceOf("Vk")).And().DoNotResideInNamespaceMatching(NamespaceOf("Commands"))
            .Should().NotDependOnAny(Types(true).That().ResideInNamespaceMatching(@"^System\.Net\.Http$"))
            .Check(Code);

    private static string NamespaceOf(string room) => $"^Sferum\\.Bot\\.{room}($|\\.)";
}
