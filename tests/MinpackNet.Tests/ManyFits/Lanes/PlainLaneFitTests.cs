using MinpackNet.Interop;

namespace MinpackNet.Tests;

/// <summary>Many fits of a model for one fit at a time, which are taken in lanes: each as if it were alone.</summary>
public sealed class PlainLaneFitTests
{
    public static TheoryData<string> Models => [.. LaneModels.All.Keys];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_functions_are_called_as_often_as_is_counted_whatever_becomes_of_a_fit(string model)
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) = LaneModels.All[model];
        double[] data = LaneModels.Data(LaneFits.Count, seed: 21);
        double[] starts = LaneModels.Starts(LaneFits.Count, n, seed: 22);
        int[] throwing = [0, 77, LaneFits.Count - 1];
        Array.ForEach(
            throwing, fit => data[(fit * LaneModels.Residuals) + LaneModels.Residuals - 1] = LaneModels.Marker);
        data[LaneModels.Residuals] = double.NaN; // of the second fit

        int[] calls = new int[LaneFits.Count];
        int[] jacobianCalls = new int[LaneFits.Count];
        FitResidualFunction one = LaneModels.OneByOne(residuals, data);
        FitJacobianFunction? oneJacobian = LaneModels.OneByOne(jacobian, data);
        FitBatch fits = LaneFits.New(starts, n);
        LeastSquares.FitMany(
            fits,
            (fit, p, r) =>
            {
                calls[fit]++;
                one(fit, p, r);
            },
            oneJacobian is null ? null : (fit, p, j) =>
            {
                jacobianCalls[fit]++;
                oneJacobian(fit, p, j);
            },
            new() { MaxDegreeOfParallelism = 2 });
        Assert.Equal(calls, fits.Evaluations.ToArray());
        Assert.Equal(jacobianCalls, fits.JacobianEvaluations.ToArray());
        Assert.All(throwing, fit => Assert.Same(LaneModels.Thrown, fits.Exceptions[fit]));
        Assert.IsType<NonFiniteValueException>(fits.Exceptions[1]);
    }

    [Theory]
    [InlineData("rational")]
    [InlineData("rational with Jacobian")]
    public void What_is_thrown_at_any_call_fails_the_fit_as_alone(string model)
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) = LaneModels.All[model];
        double[] data = LaneModels.Data(LaneFits.Count, seed: 23);
        double[] starts = LaneModels.Starts(LaneFits.Count, n, seed: 24);
        int[] calls = new int[LaneFits.Count];
        FitResidualFunction one = LaneModels.OneByOne(residuals, data);
        FitJacobianFunction? oneJacobian = LaneModels.OneByOne(jacobian, data);
        FitBatch alone = LaneFits.Alone(
            LaneFits.New(starts, n), Throwing, jacobian is null ? null : ThrowingJacobian, new());
        Array.Clear(calls);
        FitBatch plain = LaneFits.New(starts, n);
        LeastSquares.FitMany(plain, Throwing, jacobian is null ? null : ThrowingJacobian);
        LaneFits.AssertSame(alone, plain);
        Assert.InRange(alone.Exceptions.Count, LaneFits.Count / 2, LaneFits.Count - 1);

        void Throwing(int fit, ReadOnlySpan<double> p, Span<double> r)
        {
            CountAndThrow(fit);
            one(fit, p, r);
        }

        void ThrowingJacobian(int fit, ReadOnlySpan<double> p, JacobianMatrix j)
        {
            CountAndThrow(fit);
            oneJacobian!(fit, p, j);
        }

        // Fits throw at their first, second, ... call, of whichever function it is.
        void CountAndThrow(int fit)
        {
            if (++calls[fit] == 1 + (fit % 20))
            {
                throw LaneModels.Thrown;
            }
        }
    }

    [Theory]
    [InlineData("rational", 1)]
    [InlineData("rational", 2)]
    [InlineData("rational", 5)]
    [InlineData("rational", 6)]
    [InlineData("rational", 100)]
    [InlineData("rational", 101)]
    [InlineData("rational", 102)]
    [InlineData("rational", 103)]
    [InlineData("rational with Jacobian", 1)]
    [InlineData("rational with Jacobian", 6)]
    [InlineData("rational with Jacobian", 100)]
    [InlineData("rational with Jacobian", 101)]
    [InlineData("rational with Jacobian", 102)]
    [InlineData("rational with Jacobian", 103)]
    public void A_canceled_fit_knows_what_it_would_alone_after_as_many_calls(string model, int lastCall)
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) = LaneModels.All[model];
        double[] data = LaneModels.Data(LaneFits.Count, seed: 25);
        double[] starts = LaneModels.Starts(LaneFits.Count, n, seed: 26);
        FitResidualFunction one = LaneModels.OneByOne(residuals, data);
        FitJacobianFunction? oneJacobian = LaneModels.OneByOne(jacobian, data);
        int[] callsOf = new int[LaneFits.Count];
        FitBatch fits = LaneFits.New(starts, n);
        Run(fits, lastCall, callsOf, first: 0);
        Assert.Equal(lastCall, callsOf.Sum());

        FitBatch whole = LaneFits.Alone(starts, n, data, residuals, jacobian, new());
        int canceled = 0;
        for (int fit = 0; fit < LaneFits.Count; fit++)
        {
            switch (fits.Statuses[fit])
            {
                case LeastSquaresStatus.None:
                    Assert.Equal((0, 0, double.NaN), (callsOf[fit], fits.Evaluations[fit], fits.ResidualNorms[fit]));
                    Assert.Equal(starts.AsSpan(fit * n, n), fits.ParametersOf(fit));
                    break;
                case LeastSquaresStatus.Canceled:
                    canceled++;
                    AssertAsAlone(fit);
                    break;
                default:
                    Assert.Equal(whole.Statuses[fit], fits.Statuses[fit]);
                    Assert.Equal(whole.ParametersOf(fit), fits.ParametersOf(fit));
                    break;
            }
        }

        Assert.InRange(canceled, 1, LockstepBuffers.LaneCount);

        void AssertAsAlone(int fit)
        {
            FitBatch alone = LaneFits.New(starts[(fit * n)..((fit + 1) * n)], n);
            Run(alone, callsOf[fit], new int[LaneFits.Count], first: fit);
            Assert.Equal(
                (alone.Statuses[0], alone.Evaluations[0], alone.JacobianEvaluations[0], alone.ResidualNorms[0]),
                (fits.Statuses[fit], fits.Evaluations[fit], fits.JacobianEvaluations[fit], fits.ResidualNorms[fit]));
            Assert.Equal(alone.Parameters.ToArray(), fits.ParametersOf(fit).ToArray());
        }

        // The token is set in the last of so many calls of either function.
        void Run(FitBatch some, int calls, int[] counts, int first)
        {
            using CancellationTokenSource source = new();
            LeastSquares.FitMany(
                some,
                (fit, p, r) =>
                {
                    one(first + fit, p, r);
                    Count(fit);
                },
                oneJacobian is null ? null : (fit, p, j) =>
                {
                    oneJacobian(first + fit, p, j);
                    Count(fit);
                },
                cancellationToken: source.Token);

            void Count(int fit)
            {
                counts[fit]++;
                if (--calls == 0)
                {
                    source.Cancel();
                }
            }
        }
    }

    [Fact]
    public void A_point_that_is_refused_is_no_evaluation_once_the_token_is_set()
    {
        // The first fit sets the token in its second call, at its first trial point; that of the second is infinite.
        using CancellationTokenSource source = new();
        FitBatch fits = new(LaneFits.Count, 1, 1);
        fits.Parameters.Fill(1);
        int[] calls = new int[LaneFits.Count];
        LeastSquares.FitMany(
            fits,
            (fit, p, r) =>
            {
                r[0] = fit == 1 ? 1e300 : (p[0] * p[0]) - 2;
                if (++calls[fit] == 2 && fit == 0)
                {
                    source.Cancel();
                }
            },
            (fit, p, j) => j[0, 0] = fit == 1 ? 1e-300 : 2 * p[0],
            new() { InitialStepFactor = double.MaxValue, MaxEvaluations = 2 },
            cancellationToken: source.Token);
        if (Provider.IsBundled)
        {
            Assert.Equal((1, LeastSquaresStatus.Canceled), (calls[1], fits.Statuses[1]));
            Assert.Equal((2, 1, 1e300), (fits.Evaluations[1], fits.JacobianEvaluations[1], fits.ResidualNorms[1]));
        }
        else
        {
            // One fit at a time: the second has not begun.
            Assert.Equal((0, LeastSquaresStatus.None), (calls[1], fits.Statuses[1]));
        }
    }
}
