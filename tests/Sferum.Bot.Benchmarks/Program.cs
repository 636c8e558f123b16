using Sferum.Bot.Benchmarks;

return await Arguments.RunAsync(args);
