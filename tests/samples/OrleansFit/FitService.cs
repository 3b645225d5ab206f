using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading.RateLimiting;

namespace MinpackNet.Samples;

/// <summary>POST /fit: a job and data in, a fitted part out, or a problem document.</summary>
internal static class FitService
{
    private const int ClientClosedRequest = 499;
    private const string Limited = "fits";

    // Many more than run at once, and not one for each request: Orleans remembers where each was.
    private const uint Grains = 64;

    private static uint _requests;

    public static async Task RunAsync(Arguments arguments)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        SiloHost.AddTo(builder, arguments);
        // On the loopback: whoever opens it to others puts authentication before it.
        builder.WebHost.UseUrls(arguments.Text("http", "http://127.0.0.1:5080"));
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = ServiceLimits.MostBytes);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Limited, _ => RateLimitPartition.GetConcurrencyLimiter(Limited, _ => new()
            {
                PermitLimit = ServiceLimits.MostAtOnce, QueueLimit = ServiceLimits.MostWaiting,
            }));
            limiter.OnRejected = async (context, _) => await Problem(
                StatusCodes.Status429TooManyRequests, "Too many requests wait. Send this one again later.")
                .ExecuteAsync(context.HttpContext);
        });
        await using WebApplication service = builder.Build();
        // What is still held after a collection tells a leak from a heap that has room.
        using PosixSignalRegistration onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            Console.WriteLine($"holds {GC.GetTotalMemory(forceFullCollection: true) >> 10} KiB");
        });
        service.UseRateLimiter();
        service.MapPost("/fit", AnswerAsync).RequireRateLimiting(Limited);
        await service.RunAsync();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, IGrainFactory grains)
    {
        using CancellationTokenSource end =
            CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        end.CancelAfter(ServiceLimits.Time);
        try
        {
            FitOrder order = (await JsonSerializer.DeserializeAsync(
                context.Request.Body, OrderJsonContext.Default.FitOrder, end.Token))
                ?? throw new JsonException("The body is null.");
            if (ServiceLimits.Refusal(order) is { } refusal)
            {
                return Problem(StatusCodes.Status422UnprocessableEntity, refusal);
            }

            PartOrder part = new(order.Job.GetRawText(), 0, 0, order.Y.Length, new(order.X, order.Y, order.Sigma));
            (PartReply reply, _) = await PartCall.RunAsync(grains, NextKey(), part, end.Token);
            return reply.Fitted is { } fitted
                ? Results.Text(fitted, "application/json")
                : Problem(StatusCodes.Status422UnprocessableEntity, reply.Refusal!);
        }
        catch (JsonException mistake)
        {
            return Problem(StatusCodes.Status400BadRequest, $"{mistake.Message} Correct the document.");
        }
        catch (BadHttpRequestException mistake)
        {
            return Problem(mistake.StatusCode, $"{mistake.Message} Send at most {ServiceLimits.MostBytes} bytes.");
        }
        catch (Exception mistake) when (mistake is ArgumentException or FormatException)
        {
            return Problem(StatusCodes.Status422UnprocessableEntity, mistake.Message);
        }
        catch (OperationCanceledException)
        {
            return context.RequestAborted.IsCancellationRequested
                ? Results.StatusCode(ClientClosedRequest)
                : Problem(
                    StatusCodes.Status408RequestTimeout,
                    $"The fits took longer than {ServiceLimits.Time.TotalSeconds} s. Send fewer at once.");
        }
    }

    /// <summary>A grain that no other request uses now; those of the driver are not negative.</summary>
    private static long NextKey() => -1 - (Interlocked.Increment(ref _requests) % Grains);

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);
}
