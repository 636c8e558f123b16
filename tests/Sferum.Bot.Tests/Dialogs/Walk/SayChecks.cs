using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Dialogs.Walk;

/// <summary>What VK would refuse (<c>vk-platform.md</c> §2.2).</summary>
internal static class SayChecks
{
    public static void Check(Effect effect)
    {
        if (effect is Effect.Snack snack)
        {
            Assert.InRange(snack.Text.Length, 1, 90);
        }

        if (effect is not Effect.Say say)
        {
            return;
        }

        Assert.InRange(say.Text.Length, 1, 9000);
        Assert.InRange(say.Attachments.Length, 0, 10);
        if (say.Keyboard is { } keyboard)
        {
            var buttons = keyboard.Rows.SelectMany(r => r).ToList();
            Assert.InRange(keyboard.Rows.Length, keyboard.Inline ? 1 : 0, keyboard.Inline ? 6 : 10);
            Assert.InRange(buttons.Count, 0, keyboard.Inline ? 10 : 40);
            Assert.All(keyboard.Rows, r => Assert.InRange(r.Length, 1, 4));
            Assert.All(buttons, b => Assert.InRange(b.Label.Length, 1, 40));
            Assert.All(buttons, b => Assert.True(ButtonPayload.Fits(b.Command, b.Args)));
        }
    }
}
