using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using MinpackNet.Fitting;

namespace MinpackNet.Samples;

/// <summary>
/// Sends many requests at once, a fifth of them malformed, hostile or left, beside others that never end, and checks
/// the answers.
/// </summary>
internal static class Press
{
    private const int Requests = 200;
    private const int Unfinished = 40;
    private const int Fits = 50;

    private static readonly FitPart Part = new(0, 0, Fits);
    private static readonly string Times = JsonSerializer.Serialize(Decays.Times);
    private static readonly string Observations = string.Join(
        ",", Decays.Of(Part).Select(y => $"[{string.Join(",", y.Select(Text))}]"));

    /// <summary>Each with the status that it must have; 0 for one that the client leaves.</summary>
    private static readonly (int Status, string Body)[] Bad =
    [
        (400, "{"),
        (400, "[]"),
        (400, """{"job":{},"x":{"t":[1]}}"""),
        (400, Order(Decays.Job.ToJson()).Replace("\"y\"", "\"z\"", StringComparison.Ordinal)),
        (400, $$"""{"job":{{new string('[', 100_000)}}"""),
        (413, new string(' ', ServiceLimits.MostBytes + 1)),
        (422, Order("""{"format":2}""")),
        (422, Order("""{"format":1,"library":"0.0.1","formula":"a*t","predictors":["t"],"start":{"a":1}}""")),
        (422, Order("""{"format":1,"formula":"a*t*u","predictors":["t","u"],"start":{"a":1}}""")),
        (422, Order(Decays.Job.ToJson()).Replace("{\"t\":[", "{\"x\":[", StringComparison.Ordinal)),
        (422, Order($$"""{"format":1,"formula":"{{new string('(', 1500)}}","start":{"a":1} }""")),
        (422, Order($$"""{"format":1,"formula":"{{new string('-', 5000)}}a","start":{"a":1} }""")),
        (422, Order(
            """
            {"format":1,"formula":"a*t","predictors":["t"],"start":{"a":1},
             "options":{"solver":{"maxDegreeOfParallelism":1000000} } }
            """)),
        (422, Order(Decays.Job.ToJson(), y: string.Join(",", Enumerable.Repeat("[1]", 10_001)))),
        (0, Endless()),
    ];

    /// <summary>0 if all answers are what they must be.</summary>
    public static async Task<int> RunAsync(Arguments arguments)
    {
        // A body goes out when the service asks for it; of one that is too large, it never does.
        using SocketsHttpHandler handler = new() { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using HttpClient client = new(handler)
        {
            BaseAddress = new(arguments.Text("http", "http://127.0.0.1:5080")),
            DefaultRequestHeaders = { ExpectContinue = true },
        };
        string good = Order(Decays.Job.ToJson());
        string expected = Decays.Job.Run(Part, Decays.Times, Decays.Of(Part)).ToJson();
        ConcurrentDictionary<string, int> answers = new();
        Task<string[]> unfinished = Task.WhenAll(
            Enumerable.Range(0, Unfinished).Select(_ => BreakOffAsync(client.BaseAddress)));
        await Task.WhenAll(Enumerable.Range(0, Requests).Select(async i =>
        {
            bool isBad = i % 5 == 0;
            string answer = isBad
                ? await SendBadAsync(client, Bad[i / 5 % Bad.Length])
                : await SendAsync(client, good) is (HttpStatusCode.OK, var body) && body == expected
                ? "200 with the bits of this process"
                : "WRONG: no results or others";
            answers.AddOrUpdate(answer, 1, (_, count) => count + 1);
        }));
        answers.TryAdd(await LeaveAsync(client, good), 1);
        foreach (string answer in await unfinished)
        {
            answers.AddOrUpdate(answer, 1, (_, count) => count + 1);
        }

        foreach ((string answer, int count) in answers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{count} times {answer}");
        }

        return answers.Keys.Any(answer => answer.StartsWith("WRONG", StringComparison.Ordinal)) ? 1 : 0;
    }

    private static async Task<string> SendBadAsync(HttpClient client, (int Status, string Body) bad)
    {
        using CancellationTokenSource leave = new();
        if (bad.Status == 0)
        {
            leave.CancelAfter(TimeSpan.FromSeconds(1));
        }

        try
        {
            (HttpStatusCode status, string body) = await SendAsync(client, bad.Body, leave.Token);
            using JsonDocument problem = JsonDocument.Parse(body);
            return (int)status == bad.Status && problem.RootElement.GetProperty("detail").GetString()!.Length > 0
                ? $"{bad.Status} with a problem document"
                : $"WRONG: {(int)status} in place of {bad.Status}: {body}";
        }
        catch (OperationCanceledException) when (leave.IsCancellationRequested)
        {
            return "left by the client";
        }
    }

    /// <summary>Leaves what would take all the time there is, and sees that others get the processors.</summary>
    private static async Task<string> LeaveAsync(HttpClient client, string good)
    {
        await SendBadAsync(client, (0, Endless()));
        Stopwatch watch = Stopwatch.StartNew();
        await SendAsync(client, good);
        return watch.Elapsed < ServiceLimits.Time / 2
            ? "answered at once after a long request was left"
            : $"WRONG: {watch.Elapsed} until the next answer after a long request was left";
    }

    /// <summary>Sends half of a body, and waits for the rest of the service's patience.</summary>
    private static async Task<string> BreakOffAsync(Uri service)
    {
        using TcpClient client = new();
        await client.ConnectAsync(service.Host, service.Port);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync("POST /fit HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{\"job\":"u8.ToArray());
        using StreamReader reader = new(stream);
        string? status = await reader.ReadLineAsync().WaitAsync(2 * ServiceLimits.Time);
        return status?.Split(' ') is [_, "408", ..]
            ? "408 for a body that breaks off"
            : $"WRONG: {status} for a body that breaks off";
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(
        HttpClient client, string body, CancellationToken cancellationToken = default)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response =
            await client.PostAsync(new Uri("/fit", UriKind.Relative), content, cancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    private static string Order(string job, string? y = null) =>
        $$"""{"job":{{job}},"x":{"t":{{Times}}},"y":[{{y ?? Observations}}]}""";

    /// <summary>Noise, which six parameters fit without end.</summary>
    private static string Endless()
    {
        Random random = new(1);
        string y = string.Join(",", Enumerable.Range(0, 3500).Select(_ =>
            $"[{string.Join(",", Decays.Times.Select(_ => random.Next(1000)))}]"));
        return Order(
            """
            {"format":1,"formula":"a*exp(-k*t) + c*exp(-d*t) + f*exp(-g*t)","predictors":["t"],
             "start":{"a":100,"k":1,"c":100,"d":2,"f":100,"g":3},"options":{
             "loss":{"function":"Cauchy","scale":100},
             "solver":{"maxEvaluations":100000,"functionTolerance":0,"stepTolerance":0} } }
            """,
            y);
    }

    private static string Text(double value) =>
        double.IsNaN(value) ? "\"NaN\"" : value.ToString("R", CultureInfo.InvariantCulture);
}
