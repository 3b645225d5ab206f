namespace MinpackNet.Tests.Problems;

/// <summary>
/// A test problem of the MINPACK drivers (Moré, Garbow, Hillstrom, ACM TOMS 7 (1981) 17-41). Indices count from 0 here,
/// in the paper from 1. Each function adds up its terms in the paper's order, for the recorded paths follow from the
/// last bits.
/// </summary>
/// <param name="Name">As in the recorded results.</param>
/// <param name="Start">The standard start for a number of parameters.</param>
/// <param name="Residuals">The residuals, or the equations of a system.</param>
/// <param name="Row">Their derivatives.</param>
/// <param name="StartsAtFactor">
/// Whether a case with a factor other than 1 starts at that factor in each coordinate, because the standard start is
/// zero.
/// </param>
/// <param name="NeedsLibm">Whether the residuals depend on the C library's mathematical functions.</param>
internal sealed record TestProblem(
    string Name,
    Func<int, double[]> Start,
    ResidualFunction Residuals,
    ProblemRow Row,
    bool StartsAtFactor = false,
    bool NeedsLibm = false);
