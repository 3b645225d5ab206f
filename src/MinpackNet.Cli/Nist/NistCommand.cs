using System.CommandLine;
using System.Globalization;
using MinpackNet.Nist;

namespace MinpackNet.Cli;

/// <summary>The command <c>minpack nist</c>.</summary>
internal static class NistCommand
{
    public static Command Create(Streams streams)
    {
        Argument<string?> set = new("set")
        {
            Description = "The set to write; without it, all sets are listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Command command = new("nist", "Lists NIST's nonlinear regression sets, or writes one as CSV for minpack fit.")
        {
            set,
        };
        command.SetAction(parsed => parsed.GetValue(set) is { } name
            ? Write(name, streams)
            : List(streams.Output));
        return command;
    }

    private static int List(TextWriter output)
    {
        foreach (NistProblem problem in NistProblems.All)
        {
            output.WriteLine(
                $"{problem.Name,-9} {problem.Level,-8} {problem.ObservationCount,4} rows   {problem.Model}");
        }

        return ExitCode.Success;
    }

    private static int Write(string name, Streams streams)
    {
        if (NistProblems.All.FirstOrDefault(
            problem => problem.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } found)
        {
            streams.Complain($"There is no set {name}. The sets are {string.Join(", ", NistProblems.All)}.");
            return ExitCode.Usage;
        }

        WriteCsv(found, streams.Output);
        return ExitCode.Success;
    }

    private static void WriteCsv(NistProblem problem, TextWriter output)
    {
        output.WriteLine($"# {problem.Name}, a nonlinear regression set of NIST's Statistical Reference Datasets");
        foreach (var start in problem.Starts)
        {
            output.WriteLine($"# --model \"{problem.Model}\" --start {Assignments(start)}");
        }

        output.WriteLine($"# certified: {Assignments(problem.Published.Parameters)}");
        output.WriteLine(string.Join(',', problem.Predictors.Names.Append("y")));
        for (int row = 0; row < problem.ObservationCount; row++)
        {
            double[] values = [.. problem.PredictorsAt(row), problem.Response[row]];
            output.WriteLine(string.Join(',', values.Select(Number)));
        }
    }

    private static string Assignments(IEnumerable<double> values) =>
        string.Join(',', values.Select((value, j) => $"b{j + 1}={Number(value)}"));

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
