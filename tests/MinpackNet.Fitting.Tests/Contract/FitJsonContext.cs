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
[JsonSerializable(typeof(GlobalFitSet))]
[JsonSerializable(typeof(ResidualTests))]
[JsonSerializable(typeof(ComparedModel))]
[JsonSerializable(typeof(BootstrapResult))]
[JsonSerializable(typeof(BootstrapEstimate))]
[JsonSerializable(typeof(Contour))]
[JsonSerializable(typeof(ContourPoint))]
[JsonSerializable(typeof(ProfileCurve))]
[JsonSerializable(typeof(ProfilePoint))]
[JsonSerializable(typeof(ReportBlock))]
[JsonSerializable(typeof(FitOptions))]
[JsonSerializable(typeof(HintNames))]
[JsonSerializable(typeof(FitPart))]
[JsonSerializable(typeof(FormulaNames))]
[JsonSerializable(typeof(StartValue))]
internal sealed partial class FitJsonContext : JsonSerializerContext;
