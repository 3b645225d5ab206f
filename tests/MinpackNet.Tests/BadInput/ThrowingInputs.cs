namespace MinpackNet.Tests.BadInput;

/// <summary>Functions that throw: the exception comes out of the solve, as it does in SciPy.</summary>
internal static class ThrowingInputs
{
    /// <summary>Each row of the recording by its id, as a call that takes the exception to throw.</summary>
    public static IReadOnlyDictionary<string, (Exception Thrown, Action<Exception> Call)> All { get; } =
        new Dictionary<string, (Exception, Action<Exception>)>
        {
            ["raise-call1"] = (Boom(), e => InFunc(1, e)),
            ["raise-call2"] = (Boom(), e => InFunc(2, e)),
            ["raise-call3"] = (Boom(), e => InFunc(3, e)),
            ["raise-call4"] = (Boom(), e => InFunc(4, e)),
            ["raise-call7"] = (Boom(), e => InFunc(7, e)),
            ["raise-valueerror-call5"] = (new ArgumentException("bad value"), e => InFunc(5, e)),
            // What ends a program on purpose, in Python and in .NET.
            ["raise-keyboardinterrupt"] = (new OperationCanceledException(), e => InFunc(5, e)),
            ["raise-in-jac"] = (Boom(), e => InDfun(2, e)),
            ["raise-in-jac-first"] = (Boom(), e => InDfun(1, e)),
        };

    private static InvalidOperationException Boom() => new("user failure");

    private static void InFunc(int call, Exception thrown) =>
        Optimize.Leastsq(CountedFunction.Func(call, _ => throw thrown), [.. Decay.Start]);

    private static void InDfun(int call, Exception thrown) =>
        Optimize.Leastsq(Decay.Residuals, [.. Decay.Start], CountedFunction.Dfun(call, _ => throw thrown));
}
