// Many fits as jobs that workers pull from PostgreSQL: see the page beside.
//   hangfirefit alone [--fits 20000]                             the same fits in one process
//   hangfirefit worker --db CONNECTION [--die-in 0]              takes jobs until it is ended, or dies in one
//   hangfirefit submit --db CONNECTION [--fits 20000] [--size 1000]  queues the parts, waits, and merges
using System.Diagnostics;
using Hangfire;
using Hangfire.PostgreSql;
using MinpackNet.Fitting;
using MinpackNet.Samples;

Arguments arguments = new(args);
int fits = arguments.Number("fits", 20_000);
Stopwatch watch = Stopwatch.StartNew();
if (arguments.Verb == "alone")
{
    FitPart all = new(0, 0, fits);
    Outcome.Print(CurveFit.FitMany(Decays.Job.Formula, Decays.Times, Decays.Of(all), Decays.Job.Start), watch);
    return 0;
}

string connection = arguments.Text("db", "Host=127.0.0.1;Username=postgres;Database=postgres");
PartJobs.Connection = connection;
PartJobs.LastPart = arguments.Number("die-in", 0);
// A job whose worker has died lies there for the invisibility time; the default is half an hour.
GlobalConfiguration.Configuration
    .UseSimpleAssemblyNameTypeSerializer()
    .UseRecommendedSerializerSettings()
    .UsePostgreSqlStorage(
        storage => storage.UseNpgsqlConnection(connection),
        new PostgreSqlStorageOptions
        {
            InvisibilityTimeout = TimeSpan.FromSeconds(10),
            UseSlidingInvisibilityTimeout = true,
            QueuePollInterval = TimeSpan.FromSeconds(0.5),
        });
switch (arguments.Verb)
{
    case "worker":
        // One job at a time: it takes all processors by itself.
        using (BackgroundJobServer server = new(new BackgroundJobServerOptions { WorkerCount = 1 }))
        {
            Console.WriteLine("ready");
            await server.WaitForShutdownAsync(CancellationToken.None);
        }

        return 0;
    case "submit":
        await using (PartTable table = new(connection))
        {
            await table.CreateAsync();
            IReadOnlyList<FitPart> parts = FitPart.Cut(fits, arguments.Number("size", 1000));
            string job = Decays.Job.ToJson();
            BackgroundJobClient client = new();
            foreach (FitPart part in parts)
            {
                client.Enqueue(() => PartJobs.RunAsync(
                    job, part.Number, part.First, part.Count, CancellationToken.None));
            }

            while (await table.CountAsync() is var done && done < parts.Count)
            {
                Console.WriteLine($"{done} of {parts.Count} parts");
                await Task.Delay(TimeSpan.FromSeconds(0.25));
            }

            FitMerge merge = new(Decays.Job, parts);
            await foreach (string fitted in table.ReadAsync())
            {
                merge.Add(FittedPart.FromJson(fitted, Decays.Job));
            }

            Console.WriteLine(merge);
            Outcome.Print(merge.ToTable(), watch);
        }

        return 0;
    default:
        Console.Error.WriteLine("Give one of alone, worker, submit.");
        return 2;
}
