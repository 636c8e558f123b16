using Sferum.Bot.Commands;
using Sferum.Bot.VkNet;
using Sferum.Bot.VkNet.ServiceAccount;

return await CommandLine.RunAsync(args, new Additions(services => services.AddVkNet(), () => [ServiceAccountCommand.Create()]));
