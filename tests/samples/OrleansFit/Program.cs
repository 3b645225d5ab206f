// Many fits on a cluster of silos, and fits as a service: see the page beside.
//   orleansfit alone [--fits 20000]                            the same fits in one process
//   orleansfit silo --port 11111 [--redis 127.0.0.1:6379]      a silo; it also uses the port above, for clients
//   orleansfit drive --port 11112 [--fits 20000] [--size 500]  a silo that also hands out the parts, and ends
//   orleansfit serve --port 11113 [--http http://127.0.0.1:5080]  a silo that also answers POST /fit
//   orleansfit press [--http http://127.0.0.1:5080]           200 requests at once, a fifth of them bad
using System.Diagnostics;
using MinpackNet.Fitting;
using MinpackNet.Samples;

Arguments arguments = new(args);
int fits = arguments.Number("fits", 20_000);
switch (arguments.Verb)
{
    case "alone":
        Stopwatch watch = Stopwatch.StartNew();
        FitPart all = new(0, 0, fits);
        Outcome.Print(
            CurveFit.FitMany(Decays.Job.Formula, Decays.Times, Decays.Of(all), Decays.Job.Start), watch);
        return 0;
    case "silo":
        using (IHost silo = SiloHost.Create(arguments).Build())
        {
            await SiloHost.RunAsync(silo);
        }

        return 0;
    case "drive":
        using (IHost silo = SiloHost.Create(arguments).Build())
        {
            await silo.StartAsync();
            await Driver.RunAsync(
                silo.Services.GetRequiredService<IGrainFactory>(),
                Decays.Job,
                FitPart.Cut(fits, arguments.Number("size", 500)));
            await silo.StopAsync();
        }

        return 0;
    case "serve":
        await FitService.RunAsync(arguments);
        return 0;
    case "press":
        return await Press.RunAsync(arguments);
    default:
        Console.Error.WriteLine("Give one of alone, silo, drive, serve, press.");
        return 2;
}
