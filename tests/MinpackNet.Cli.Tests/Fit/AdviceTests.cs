using MinpackNet.Fitting;
using MinpackNet.Nist;

namespace MinpackNet.Cli.Tests;

/// <summary>What a diagnosis advises by the library's names is translated into options of the command.</summary>
public sealed class AdviceTests
{
    /// <summary>The options of the command, by the library's names for them.</summary>
    private static readonly (string Name, string Option)[] Advice =
        [("MaxEvaluations", "--max-evaluations"), ("FitStrategy.Search", "--search")];

    [Fact]
    public void A_message_that_advises_an_option_of_the_command_is_translated_and_no_other()
    {
        Diagnosis[] diagnoses =
        [
            .. Fit("BoxBOD", [1, 1]),
            .. Fit("BoxBOD", [100, 100]),
            .. Fit("BoxBOD", [500, 0.1], new() { MaxEvaluations = 3 }),
            .. Fit("Misra1a", [500, 1e-4], new() { StepTolerance = 0.5, InitialStepFactor = 0.1 }),
            .. Fit("Misra1a", [500, 1e-4], new() { FunctionTolerance = 0, StepTolerance = 0, GradientTolerance = 0 }),
            .. Fit("MGH10", [2, 400_000, 25_000], new() { ParameterScale = [1, 1, 1] }),
        ];
        DiagnosisKind[] expected =
        [
            DiagnosisKind.JumpedOntoPlateau, DiagnosisKind.StartOnPlateau, DiagnosisKind.EvaluationLimit,
            DiagnosisKind.NotAtMinimum, DiagnosisKind.TolerancesTooTight, DiagnosisKind.BadScaling,
        ];
        Assert.Empty(expected.Except(diagnoses.Select(diagnosis => diagnosis.Kind)));
        foreach (Diagnosis diagnosis in diagnoses)
        {
            string translated = FitSummary.Options([diagnosis]) ?? "";
            Assert.All(Advice, advice => Assert.Equal(
                diagnosis.Message.Contains(advice.Name, StringComparison.Ordinal),
                translated.Contains($"{advice.Name} is {advice.Option}", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_parameter_with_the_name_of_an_option_is_not_taken_for_advice()
    {
        Run run = Minpack.RunOn(
            "x,y\n1,3\n2,5\n4,9.1\n", "fit", "-", "--model", "MaxEvaluations*x + b", "--start", "MaxEvaluations=1,b=1");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.DoesNotContain("Here ", run.Output, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Diagnosis> Fit(string set, double[] start, LeastSquaresOptions? solver = null)
    {
        NistProblem problem = NistProblems.All.Single(candidate => candidate.Name == set);
        FitOptions options = new() { Solver = solver };
        return CurveFit.Fit(problem.Model, problem.Predictors, [.. problem.Response], start, options).Diagnoses;
    }
}
