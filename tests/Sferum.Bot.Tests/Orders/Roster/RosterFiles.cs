using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Orders.Roster;
using Sferum.Bot.Tests.Orders.Compiling;

namespace Sferum.Bot.Tests.Orders.Roster;

/// <summary>Roster files as an office makes them, and what comes of reading them.</summary>
internal static class RosterFiles
{
    public static (RosterFile Roster, Faults Faults) Read(byte[] content)
    {
        var faults = new Faults();
        using var stream = new MemoryStream(content);
        return (RosterReader.Read("roster", stream, Order22309Tests.Load().Types, faults), faults);
    }

    public static (RosterFile Roster, Faults Faults) Read(string csv) => Read(Encoding.UTF8.GetBytes(csv));

    public static byte[] Windows1251(string csv) => CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(csv);

    /// <summary>A workbook whose first sheet has these rows.</summary>
    public static byte[] Xlsx(params object?[][] rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows.Select(row => row.Select((cell, column) => (Name: $"{(char)('A' + column)}", cell)).ToDictionary(c => c.Name, c => c.cell)), printHeader: false);
        return stream.ToArray();
    }

    /// <summary>The same workbook with one part exchanged.</summary>
    public static byte[] WithPart(byte[] xlsx, string part, Action<Stream> write)
    {
        using var stream = new MemoryStream();
        stream.Write(xlsx);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
            using var content = archive.CreateEntry(part, CompressionLevel.Fastest).Open();
            write(content);
        }

        return stream.ToArray();
    }
}
