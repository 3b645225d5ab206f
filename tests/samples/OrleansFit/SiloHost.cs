using System.Net;
using Orleans.Configuration;

namespace MinpackNet.Samples;

/// <summary>A silo on the loopback, with the others found in Redis.</summary>
internal static class SiloHost
{
    public static HostApplicationBuilder Create(Arguments arguments)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        AddTo(builder, arguments);
        return builder;
    }

    /// <summary>Runs until it is ended, and says when the others see it.</summary>
    public static async Task RunAsync(IHost host)
    {
        await host.StartAsync();
        Console.WriteLine("ready");
        await host.WaitForShutdownAsync();
    }

    public static void AddTo(IHostApplicationBuilder builder, Arguments arguments)
    {
        int port = arguments.Number("port", 11111);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        // One part at a time: it takes all processors by itself.
        builder.Services.AddSingleton(new SemaphoreSlim(1));
        builder.UseOrleans(silo => silo
            .UseRedisClustering(arguments.Text("redis", "127.0.0.1:6379"))
            .ConfigureEndpoints(IPAddress.Loopback, port, port + 1)
            .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = ("fits", "fits"))
            // A silo that has died is noticed within seconds.
            .Configure<ClusterMembershipOptions>(options =>
                (options.ProbeTimeout, options.NumMissedProbesLimit) = (TimeSpan.FromSeconds(2), 2))
            // Above the longest part with its wait for the processors.
            .Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromMinutes(2)));
    }
}
