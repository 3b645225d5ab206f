using BenchmarkDotNet.Running;
using MinpackNet.Benchmarks;
using MinpackNet.Benchmarks.Compare;

switch (args)
{
    case ["compare", ..]:
        return CompareCommand.Run(args.AsSpan(1));
    case ["bdn", ..]:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args[1..]);
        return 0;
    case ["rows"]:
        return RowByRow.Run();
    case ["soak", ..]:
        return Soak.Run(args.AsSpan(1));
    default:
        Console.Error.WriteLine(
            """
            Say which:
              compare [--quick] [group ...]   ratios to libcminpack, C, SciPy and MathNet; build/compare.sh builds what it needs
              bdn [option ...]                BenchmarkDotNet's figures; bdn --list flat names them
              rows                            a fit of five million points row by row, with its peak memory
              soak [solves]                   a million solves, or so many, of all kinds on all cores with faults injected
            """);
        return 2;
}
