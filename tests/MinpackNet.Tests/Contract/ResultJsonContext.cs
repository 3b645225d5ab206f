using System.Text.Json.Serialization;

namespace MinpackNet.Tests;

/// <summary>As a program that publishes ahead of time would write it: no options.</summary>
[JsonSerializable(typeof(LeastSquaresResult))]
[JsonSerializable(typeof(NonlinearEquationsResult))]
[JsonSerializable(typeof(LeastSquaresSummary))]
[JsonSerializable(typeof(NonlinearEquationsSummary))]
[JsonSerializable(typeof(LeastsqResult))]
[JsonSerializable(typeof(LeastsqInfo))]
[JsonSerializable(typeof(FsolveResult))]
[JsonSerializable(typeof(FsolveInfo))]
[JsonSerializable(typeof(RootResult))]
[JsonSerializable(typeof(OptimizeResult))]
[JsonSerializable(typeof(IntermediateResult))]
[JsonSerializable(typeof(CurveFitResult))]
[JsonSerializable(typeof(CheckGradResult))]
[JsonSerializable(typeof(FitBatch))]
[JsonSerializable(typeof(LeastSquaresOptions))]
[JsonSerializable(typeof(NonlinearEquationsOptions))]
[JsonSerializable(typeof(RootOptions))]
[JsonSerializable(typeof(TrOptions))]
[JsonSerializable(typeof(SparseMatrix))]
[JsonSerializable(typeof(RealVector))]
[JsonSerializable(typeof(InitialGuess))]
[JsonSerializable(typeof(Sigma))]
internal sealed partial class ResultJsonContext : JsonSerializerContext;
