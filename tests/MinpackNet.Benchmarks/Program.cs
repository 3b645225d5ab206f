using MinpackNet.Benchmarks;

switch (args)
{
    case ["rows"]:
        return RowByRow.Run();
    case ["soak", ..]:
        return Soak.Run(args.AsSpan(1));
    default:
        Console.Error.WriteLine(
            """
            Say which:
              rows            a fit of five million points row by row, with its peak memory
              soak [solves]   a million solves, or so many, of all kinds on all cores with faults injected
            """);
        return 2;
}
