using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading.RateLimiting;

namespace MinpackNet.Samples;

/// <summary>POST /fit: a job and data in, a fitted part out, or a problem document.</summary>
internal static class FitService
{
    private const int ClientClosedRequest = 499;

    // By the bytes of their bodies, which wait in memory: whoever sends slowly takes room, and no processor.
    private static readonly ConcurrencyLimiter Held = new(new() { PermitLimit = ServiceLimits.MostHeldBytes });
    private static readonly SemaphoreSlim Running = new(ServiceLimits.MostAtOnce);

    // Many more than run at once, and not one for each request: Orleans remembers where each was.
    private const uint Grains = 64;

    private static uint _requests;

    public static async Task RunAsync(Arguments arguments)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        SiloHost.AddTo(builder, arguments);
        // On the loopback: whoever opens it to others puts authentication before it.
        builder.WebHost.UseUrls(arguments.Text("http", "http://127.0.0.1:5080"));
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.Limits.MaxRequestBodySize = ServiceLimits.MostBytes;
            server.Limits.MinRequestBodyDataRate = ServiceLimits.LeastRate;
            server.Limits.RequestHeadersTimeout = ServiceLimits.Time;
        });
        await using WebApplication service = builder.Build();
        // What is still held after a collection tells a leak from a heap that has room.
        using PosixSignalRegistration onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            Console.WriteLine($"holds {GC.GetTotalMemory(forceFullCollection: true) >> 10} KiB");
        });
        service.MapPost("/fit", AnswerAsync);
        await SiloHost.RunAsync(service);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, IGrainFactory grains)
    {
        using CancellationTokenSource end =
            CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        end.CancelAfter(ServiceLimits.Time);
        using RateLimitLease room = Held.AttemptAcquire(ServiceLimits.Bytes(context.Request.ContentLength));
        if (!room.IsAcquired)
        {
            return Problem(
                StatusCodes.Status429TooManyRequests, "Too many requests wait. Send this one again later.");
        }

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
            PartReply reply = await RunAsync(grains, part, end.Token);
            return reply.Fitted is { } fitted
                ? Results.Text(fitted, "application/json")
                : Problem(StatusCodes.Status422UnprocessableEntity, reply.Refusal!);
        }
        catch (JsonException mistake)
        {
            // The message has the names of types, which the client does not know; the path is the document's.
            string place = mistake.Path?.TrimStart('$', '.') is { Length: > 0 } path ? $" at {path}" : "";
            return Problem(
                StatusCodes.Status400BadRequest,
                $"The body cannot be read{place}, line {(mistake.LineNumber ?? 0) + 1}. "
                + $"Send {FitOrder.Shape} with numbers, each member once; sigma may be left out.");
        }
        catch (BadHttpRequestException mistake)
        {
            return Problem(
                mistake.StatusCode,
                $"{mistake.Message} Send at most {ServiceLimits.MostBytes} bytes, without a pause.");
        }
        catch (Exception mistake) when (mistake is ArgumentException or FormatException)
        {
            return Problem(StatusCodes.Status422UnprocessableEntity, PartReply.RefusalOf(mistake));
        }
        catch (OperationCanceledException)
        {
            return context.RequestAborted.IsCancellationRequested
                ? Results.StatusCode(ClientClosedRequest)
                : Problem(
                    StatusCodes.Status408RequestTimeout,
                    $"Body, wait and fits took longer than {ServiceLimits.Time.TotalSeconds} s. Send fewer at once.");
        }
    }

    private static async Task<PartReply> RunAsync(
        IGrainFactory grains, PartOrder part, CancellationToken cancellationToken)
    {
        await Running.WaitAsync(cancellationToken);
        try
        {
            return (await PartCall.RunAsync(grains, NextKey(), part, cancellationToken)).Reply;
        }
        finally
        {
            Running.Release();
        }
    }

    /// <summary>A grain that no other request uses now; those of the driver are not negative.</summary>
    private static long NextKey() => -1 - (Interlocked.Increment(ref _requests) % Grains);

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);
}
