using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using MinpackNet.Benchmarks;
using MinpackNet.Benchmarks.Compare;

switch (args)
{
    case ["compare", ..]:
        return CompareCommand.Run(args.AsSpan(1));
    case ["bdn", ..]:
        // In this process: a generated project would stand under this repository's build properties.
        Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(100)).WithMaxIterationCount(20);
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args[1..], DefaultConfig.Instance.AddJob(job));
        return 0;
    case ["rows"]:
        return RowByRow.Run();
    case ["certificates", ..]:
        return Certificates.Run(args.AsSpan(1));
    case ["starts"]:
        return Starts.Run();
    case ["global", ..]:
        return GlobalFits.Run(args.AsSpan(1));
    case ["coverage", ..]:
        return Coverage.Run(args.AsSpan(1));
    case ["bootstrap"]:
        return BootstrapSpeed.Run();
    case ["generic"]:
        return GenericSpeed.Run();
    case ["accuracy", ..]:
        return Accuracy.Run(args.AsSpan(1));
    case ["soak", ..]:
        return Soak.Run(args.AsSpan(1));
    default:
        Console.Error.WriteLine(
            """
            Say which:
              compare [--quick] [group ...]   ratios to libcminpack, C, SciPy, MathNet; build/compare.sh builds it all
              bdn [option ...]                BenchmarkDotNet's figures; bdn --list flat names them
              rows                            a fit of five million points row by row, with its peak memory
              certificates [fits]             1000 fits (or so many) of hard families: certificates that hold or do not
              starts                          fits without start values: textbook models, hard ones, other units, sines
              global [sets]                   the time of a global fit of 100 sets (or so many) of 1000 points
              coverage [fits]                 the share of intervals that contain the true value, of 2000 fits of three
                                              models (or so many): by errors, profiles and bootstraps
              bootstrap                       seconds and memory of ten thousand refits of 50 points
              generic                         fits of curves for any number type, by recorded steps and by dual numbers
              accuracy [draws]                errors of LaneMath beside MPFR, in units of the last place
              soak [solves]                   a million solves (or so many) of all kinds with injected faults
            """);
        return 2;
}
