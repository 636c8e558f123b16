using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Deploy;

/// <summary>
/// The example for nginx as nginx reads it. Skipped where there is none: <c>tests/run.sh</c> does not install it, since its
/// package starts a server on port 80.
/// </summary>
public sealed class NginxTests : IDisposable
{
    private const string Host = "bot.example.ru";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sferum-nginx-");

    [SkippableFact]
    public async Task Nginx_takes_the_example_with_a_certificate_of_ones_own()
    {
        MakeCertificate();
        var example = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Find("deploy/nginx"), "sferum-bot.conf"));
        Assert.Equal(2, example.Split("/etc/nginx/tls/").Length - 1);
        await File.WriteAllTextAsync(In("bot.conf"), example.Replace("/etc/nginx/tls/", _folder.FullName + "/", StringComparison.Ordinal));
        string[] own = ["client_body_temp_path", "proxy_temp_path", "fastcgi_temp_path", "uwsgi_temp_path", "scgi_temp_path"];
        var folders = string.Concat(own.Select(folder => $"  {folder} {In(folder)};\n"));
        await File.WriteAllTextAsync(In("nginx.conf"), $"pid {In("nginx.pid")};\nevents {{}}\nhttp {{\n  access_log off;\n{folders}  include {In("bot.conf")};\n}}\n");

        var (exit, said) = await NginxAsync("-t", "-p", _folder.FullName, "-c", In("nginx.conf"), "-e", "stderr");

        Assert.True(exit == 0 && !said.Contains("[warn]", StringComparison.Ordinal), said);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string In(string file) => Path.Combine(_folder.FullName, file);

    private void MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(1));
        File.WriteAllText(In($"{Host}.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(In($"{Host}.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private static async Task<(int Exit, string Said)> NginxAsync(params string[] arguments)
    {
        // Debian's is where only root looks.
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, "nginx"))
            .FirstOrDefault(File.Exists);
        Skip.If(program is null, "nginx is not installed.");
        using var nginx = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })
            ?? throw new InvalidOperationException("nothing was started");
        var said = await nginx.StandardError.ReadToEndAsync();
        await nginx.WaitForExitAsync();
        return (nginx.ExitCode, said);
    }
}
