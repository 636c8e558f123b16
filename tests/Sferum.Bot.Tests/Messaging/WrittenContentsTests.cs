using Sferum.Bot.Messaging;

namespace Sferum.Bot.Tests.Messaging;

public sealed class WrittenContentsTests
{
    private static readonly DateTimeOffset Morning = new(2024, 4, 15, 6, 0, 0, TimeSpan.Zero);

    private readonly WrittenContents _contents = new();

    [Fact]
    public void What_was_written_is_known_until_it_is_sent()
    {
        _contents.Keep(1, Morning, Text("один"));

        Assert.Equal(Text("один"), _contents.Find(1, Morning));
        _contents.Forget([1]);
        Assert.Null(_contents.Find(1, Morning));
    }

    [Fact]
    public void A_row_of_another_moment_is_another_row()
    {
        _contents.Keep(1, Morning, Text("один"));

        Assert.Null(_contents.Find(1, Morning.AddMicroseconds(1)));
    }

    [Fact]
    public void Of_more_than_fits_the_first_are_kept_and_what_nobody_fetches_makes_room()
    {
        for (var id = 1; id <= 10_000; id++)
            _contents.Keep(id, Morning, Text("много"));

        Assert.NotNull(_contents.Find(1, Morning));
        Assert.Null(_contents.Find(10_000, Morning));

        var later = Morning.AddMinutes(1);
        _contents.Keep(10_001, later, Text("позже"));

        Assert.Null(_contents.Find(1, Morning));
        Assert.NotNull(_contents.Find(10_001, later));
    }

    private static Outgoing.Text Text(string body) => new(body, null, []);
}
