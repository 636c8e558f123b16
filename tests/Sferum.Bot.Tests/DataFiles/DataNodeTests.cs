using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Tests.DataFiles;

public sealed class DataNodeTests
{
    /// <summary>A file that the library for YAML meets with what is no fault of YAML to it, and what the editor is told.</summary>
    [Theory]
    [InlineData("a: 1\nb: \"\\UFFFFFFFF\"\n", "знака с таким кодом нет")]
    [InlineData(" : ,", "двоеточие стоит без ключа")]
    [InlineData("\t: i", "")]
    [InlineData("a: 1\n---\nb: 2\n", "второй документ")]
    [InlineData("a: [b: {c", "не закрыта")]
    [InlineData("a: &a [*a]\n", "Ссылка YAML")]
    [InlineData("a: &a { b: *a }\n", "Ссылка YAML")]
    [InlineData("a: &a 1\nb: &a [*a]\n", "Ссылка YAML")]
    [InlineData("a: *b\nb: &b 1\n", "Ссылка YAML")]
    [InlineData("*a : 1\n*a : 2\n", "Ссылка YAML")]
    public void What_is_no_YAML_is_a_fault_and_no_exception(string text, string said)
    {
        var faults = new Faults();

        Assert.False(DataNode.Parse("a.yaml", text, faults).Exists);

        Assert.Contains(said, Assert.Single(faults).Message, StringComparison.Ordinal);
    }
}
