namespace MinpackNet.Tests.BadInput;

/// <summary>
/// Rows of the recording that are no C#: the compiler refuses them, or they are another row once written.
/// </summary>
internal static class UnwritableInputs
{
    /// <summary>The reason by the row's id.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["x0-2d"] = "x0 is an array of one dimension; flattened by the caller, the row is 'ok'",
        ["x0-string"] = "x0 holds numbers",
        ["res-2d"] = "func returns an array of one dimension",
        ["res-list"] = "func returns an array; copied from a list, the row is 'ok'",
        ["res-complex"] = "func returns real numbers",
        ["jac-flat"] = "dfun returns an array of two dimensions",
        ["jac-scalar"] = "dfun returns an array of two dimensions",
        ["diag-2d"] = "diag is an array of one dimension",
        ["diag-string"] = "diag holds numbers",
        ["diag-scalar"] = "diag is an array",
        ["func-not-callable"] = "func is a delegate",
    };
}
