using System.Text.Json.Serialization;

namespace MinpackNet.Fitting.Tests;

/// <summary>As a program that publishes ahead of time would write it: no options.</summary>
[JsonSerializable(typeof(FitResult))]
[JsonSerializable(typeof(FitParameter))]
[JsonSerializable(typeof(FitAttempt))]
[JsonSerializable(typeof(Diagnosis))]
[JsonSerializable(typeof(Interval))]
[JsonSerializable(typeof(Band))]
[JsonSerializable(typeof(DerivedQuantity))]
[JsonSerializable(typeof(NamedQuantity))]
<<<<<<< HEAD
[JsonSerializable(typeof(GlobalFitSet))]
[JsonSerializable(typeof(ResidualTests))]
[JsonSerializable(typeof(ComparedModel))]
=======
[JsonSerializable(typeof(BootstrapResult))]
[JsonSerializable(typeof(BootstrapEstimate))]
[JsonSerializable(typeof(Contour))]
[JsonSerializable(typeof(ContourPoint))]
>>>>>>> 00ea554 (A fit has a bootstrap, thousands of refits in lanes, and joint regions of two parameters by profile likelihood)
[JsonSerializable(typeof(FitOptions))]
[JsonSerializable(typeof(HintNames))]
[JsonSerializable(typeof(FormulaNames))]
[JsonSerializable(typeof(StartValue))]
internal sealed partial class FitJsonContext : JsonSerializerContext;
