using MinpackNet.Benchmarks;

switch (args)
{
    case ["rows"]:
        return RowByRow.Run();
    default:
        Console.Error.WriteLine("Say which: rows, a fit of five million points row by row, with its peak memory.");
        return 2;
}
