using Sferum.Bot.Commands;

return await CommandLine.RunAsync(args, Additions.None);
