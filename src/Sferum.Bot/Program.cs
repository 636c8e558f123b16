Console.WriteLine("Sferum.Bot");
