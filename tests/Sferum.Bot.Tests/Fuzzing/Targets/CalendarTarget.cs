using Sferum.Bot.Calendar;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Tests.Fuzzing.Making;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>A file of the production calendar beside a sound one.</summary>
internal sealed class CalendarTarget : FuzzTarget
{
    private const string Office = "office:\n  days_off: [2026-03-06]\n  working_days: [2026-03-07]\n";

    private const string Sound = "year: 2025\ndecree: \"№ 1\"\ndays_off: [2025-05-02]\nworking_days: [2025-11-01]\n";

    private readonly string[] _seeds = [Office, .. YamlSeeds.In("calendar/")];
    private readonly TextMutation _text;

    public CalendarTarget() => _text = new TextMutation(_seeds, YamlSeeds.Tokens, YamlSeeds.Longest);

    public override string Name => "calendars";

    public override int Share => 30;

    public override IReadOnlyList<string> Outcomes { get; } = ["read", "faults"];

    public override string Make(FuzzDice dice) => YamlSeeds.Damaged(_seeds, _text, dice);

    public override Task<string> ReadAsync(string input)
    {
        var faults = new Faults();
        var calendar = CalendarReader.Read([new("calendar/fuzz.yaml", input), new("calendar/sound.yaml", Sound)], faults);
        for (var day = new DateOnly(2025, 12, 20); day < new DateOnly(2026, 1, 15); day = day.AddDays(1))
        {
            _ = calendar.IsWorkingDay(day);
        }

        return Task.FromResult(YamlSeeds.Checked(faults));
    }
}
