namespace MinpackNet.Architecture.Tests;

/// <summary>The architecture as data: who may use whom. To change the architecture is to change this file.</summary>
internal static class Architecture
{
    /// <summary>Stands for the files at the root of a project.</summary>
    public const string Root = "(root)";

    /// <summary>
    /// The projects under src, from the ground up, with the rooms of each, from the ground up: a room uses itself and
    /// the rooms to its left. Folders within a room belong to it.
    /// </summary>
    public static readonly IReadOnlyList<ProjectRules> Projects =
    [
        new(
            "MinpackNet",
            Uses: [],
            Rooms: ["Contract", "Checks", "Threading", "Interop", "Solvers", "ManyFits", "SciPy"]),
        new(
            "MinpackNet.Fitting",
            Uses: ["MinpackNet"],
            Rooms:
            [
                "Numbers", "Contract", "Derivatives", "Models", "Formulas", "Catalog", "Problem", "ManyFits",
                "GlobalFits", "Residuals", "Search", "Diagnostics", "Intervals", "Reports", Root, "Comparison", "Jobs",
            ]),
        new(
            "MinpackNet.Nist",
            Uses: ["MinpackNet", "MinpackNet.Fitting"],
            Rooms: ["Models", Root]),
        new(
            "MinpackNet.Cli",
            Uses: ["MinpackNet", "MinpackNet.Fitting", "MinpackNet.Nist"],
            Rooms: ["Shell", "Files", "Plots", "Catalog", "Nist", "Certify", "Fit", "Merge", "Compare", Root]),
    ];

    /// <summary>The only room with pointers, and the only one with a namespace of its own.</summary>
    public const string Border = "Interop";
}
