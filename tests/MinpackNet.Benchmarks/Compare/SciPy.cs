using System.Diagnostics;
using System.Text.Json;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>A Python process that runs scipy_loop.py beside this one and solves when it is asked.</summary>
internal sealed class SciPy : IDisposable
{
    /// <summary>The first may be another installation than that of the system's packages.</summary>
    private static readonly string[] Interpreters = ["python3", "/usr/bin/python3"];

    private readonly Process _process;

    private SciPy(string interpreter, Process process)
    {
        Interpreter = interpreter;
        _process = process;
        Version = Ask("version").GetString()!;
    }

    /// <summary>The Python that has SciPy.</summary>
    public string Interpreter { get; }

    /// <summary>Of Python, SciPy and NumPy.</summary>
    public string Version { get; }

    /// <summary>What the last request found.</summary>
    public double[] Parameters { get; private set; } = [];

    /// <returns>Null when no Python here has SciPy.</returns>
    public static SciPy? Start()
    {
        foreach (string interpreter in Interpreters)
        {
            if (HasSciPy(interpreter))
            {
                string script = Path.Combine(AppContext.BaseDirectory, "scipy_loop.py");
                ProcessStartInfo start = new(interpreter, [script, CompareLibrary.LibraryPath])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                };
                return new(interpreter, Process.Start(start)!);
            }
        }

        return null;
    }

    /// <summary>The seconds of so many solves by leastsq.</summary>
    public double TimeSolves(string workload, bool withJacobian, int? maxEvaluations, int count) =>
        Time($"solve {workload} {(withJacobian ? "jacobian" : "differences")} {maxEvaluations ?? 0} {count}");

    /// <summary>The seconds of one fit to each of the first data sets.</summary>
    public double TimeFits(string workload, int count) => Time($"fits {workload} {count}");

    /// <summary>The seconds of the same by curve_fit with derivatives, which finds estimates and errors.</summary>
    public double TimeFitsWithErrors(string workload, int count) => Time($"errors {workload} {count}");

    /// <summary>The seconds of so many solves by least_squares with bounds that hold nothing back.</summary>
    public double TimeBounded(string workload, int count) => Time($"bounded {workload} {count}");

    /// <summary>The seconds of so many evaluations of a model at so many points by NumPy.</summary>
    public double TimeModel(string model, bool withDerivatives, int points, int count) =>
        Time($"model {model} {(withDerivatives ? "derivatives" : "values")} {points} {count}");

    /// <summary>The seconds of so many calls of curve_fit, which find estimates and errors.</summary>
    public double TimeCurveFits(string model, bool withDerivatives, int points, int count) =>
        Time($"curve {model} {(withDerivatives ? "jacobian" : "differences")} {points} {count}");

    /// <summary>The seconds of so many solves of the Broyden tridiagonal problem by least_squares.</summary>
    public double TimeTridiagonal(int n, string way, int count) => Time($"tridiagonal {n} {way} {count}");

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static bool HasSciPy(string interpreter)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(interpreter, ["-c", "import scipy.optimize"])
            {
                RedirectStandardError = true,
            })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // there is no such program
        }
    }

    private double Time(string request)
    {
        JsonElement answer = Ask(request);
        Parameters = [.. answer.GetProperty("x").EnumerateArray().Select(x => x.GetDouble())];
        return answer.GetProperty("seconds").GetDouble();
    }

    private JsonElement Ask(string request)
    {
        _process.StandardInput.WriteLine(request);
        string line = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"scipy_loop.py ended at the request '{request}'.");
        using JsonDocument answer = JsonDocument.Parse(line);
        return answer.RootElement.Clone();
    }
}
