using Sferum.Bot.Commands;
using Sferum.Bot.VkNet;

return await CommandLine.RunAsync(args, new Additions(services => services.AddVkNet(), () => []));
