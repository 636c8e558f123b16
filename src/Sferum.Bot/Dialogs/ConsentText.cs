using System.Security.Cryptography;
using System.Text;

namespace Sferum.Bot.Dialogs;

/// <summary>The words to which people agree. Who has agreed to others is asked again, in the state <paramref name="Ask"/>.</summary>
public sealed record ConsentText(string Text, string Ask)
{
    /// <summary>The first 12 hexadecimal digits of the text's SHA-256: other words are another version.</summary>
    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..12];
}
