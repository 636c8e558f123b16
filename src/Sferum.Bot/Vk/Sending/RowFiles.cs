using System.Collections.Immutable;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Files;

namespace Sferum.Bot.Vk.Sending;

/// <summary>
/// Takes the files of a row to VK, for its peer alone (<c>vk-platform.md</c> §6.1). An attempt more uploads once more: what
/// was uploaded and not sent is seen by nobody.
/// </summary>
internal sealed class RowFiles(ContentStore contents, VkFiles files) : IDisposable
{
    /// <summary>Each stands in the queue for the request limit, where replies stand behind it: 3 put them off by 150 ms, a hundred by 5 s.</summary>
    private const int MostAtOnce = 3;

    private readonly SemaphoreSlim _places = new(MostAtOnce, MostAtOnce);

    public async Task<RowFilesResult> UploadAsync(OutboxRow row, ImmutableArray<OutgoingFile> wanted, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            var names = ImmutableArray.CreateBuilder<string>(wanted.Length);
            foreach (var file in wanted)
            {
                if (await ReadAsync(file, cancellationToken) is not { } content)
                    return new RowFilesResult.Failed(new SendOutcome.Refused(0, $"file {file.Sha256} is lost"));

                switch (await files.UploadDocumentAsync(row.PeerId, file.Name, content, cancellationToken))
                {
                    case VkResult<string>.Ok { Value: var name }:
                        names.Add(name);
                        break;
                    case VkResult<string>.Error { Problem: var error }:
                        return new RowFilesResult.Failed(SendOutcomes.OfUpload(error, row.Attempts));
                    case VkResult<string>.Fault { Problem: var fault }:
                        return new RowFilesResult.Failed(SendOutcomes.OfUpload(fault));
                    case var other:
                        throw new InvalidOperationException($"Unknown result {other.GetType().Name}.");
                }
            }

            return new RowFilesResult.Ready(names.MoveToImmutable());
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    /// <summary>Null when it is no longer there.</summary>
    private async Task<byte[]?> ReadAsync(OutgoingFile file, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = contents.Open(file.Sha256);
            var bytes = new byte[content.Length];
            await content.ReadExactlyAsync(bytes, cancellationToken);
            return bytes;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}

/// <summary>What taking the files of a row to VK came to. A closed list.</summary>
internal abstract record RowFilesResult
{
    private RowFilesResult()
    {
    }

    /// <param name="Names">For the row's <c>attachment</c>: <c>doc111_777_key</c>.</param>
    public sealed record Ready(ImmutableArray<string> Names) : RowFilesResult;

    /// <summary>Nothing was sent.</summary>
    public sealed record Failed(SendOutcome Outcome) : RowFilesResult;
}
