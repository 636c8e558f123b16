Console.WriteLine("Sferum.VkSimulator");
