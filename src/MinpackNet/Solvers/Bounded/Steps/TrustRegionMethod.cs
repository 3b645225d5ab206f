namespace MinpackNet;

/// <summary>The loop of the trust-region methods; what a step is, and what the region, is theirs.</summary>
internal abstract class TrustRegionMethod(BoundedSolve solve)
{
    protected BoundedSolve Solve { get; } = solve;

    protected BoundedProblem Problem => Solve.Problem;

    /// <summary>The damping of the last step, if the method has one.</summary>
    protected virtual double Damping => 0;

    /// <summary>Solves from where the solve stands.</summary>
    public BoundedStatus Run()
    {
        Begin();
        BoundedStatus status = Iterate();
        End();
        return status;
    }

    /// <summary>Forgets the solve before.</summary>
    protected abstract void Begin();

    /// <summary>Looks at where the solve has ended.</summary>
    protected virtual void End()
    {
    }

    /// <summary>The radius of the first region, at the first measured point.</summary>
    protected abstract double FirstRadius();

    /// <summary>Looks at the gradient and the bounds at a new point.</summary>
    /// <returns>The norm of the gradient that counts where bounds do.</returns>
    protected abstract double Measure();

    /// <summary>Prepares the steps from a new point.</summary>
    /// <param name="radius">Of the first step from there.</param>
    protected abstract void Linearize(double radius);

    /// <summary>Finds the step for a radius, and puts the trial point where it leads.</summary>
    protected abstract TrialStep SetTrial(double radius);

    /// <summary>Tells that the radius is another one after a finite trial.</summary>
    protected virtual void NoteRadius(double before, double after)
    {
    }

    /// <summary>Moves to the trial point, with the cost there.</summary>
    protected virtual void Move(double cost) => Solve.Accept(cost);

    private BoundedStatus Iterate()
    {
        double region = 0;
        BoundedStatus? status = null;
        for (int number = 1; ; number++)
        {
            if (Solve.LacksJacobian)
            {
                return BoundedStatus.Canceled;
            }

            Solve.Optimality = Measure();
            region = number == 1 ? FirstRadius() : region;
            if (EndHere(number, region) is { } end)
            {
                return end;
            }

            if (status is not null || !Solve.HasBudget)
            {
                return Solve.EndWith(status);
            }

            Linearize(region);
            status = Step(ref region);
        }
    }

    /// <summary>Why the solve ends at a new point, whatever the step before has met.</summary>
    private BoundedStatus? EndHere(int number, double region) =>
        Solve.IsStoppedBy(Problem.Observer, number, region, Damping) ? BoundedStatus.Stopped
        : Solve.HasZeroDifferences ? BoundedStatus.ZeroDifferences
        : Solve.HasSmallGradient ? BoundedStatus.SmallGradient
        : null;

    /// <summary>Tries steps until one lowers the cost, and moves there; the test that the last of them met.</summary>
    private BoundedStatus? Step(ref double region)
    {
        BoundedStatus? status = null;
        double reduction = 0;
        double cost = 0;
        while (!(reduction > 0) && Solve.HasBudget)
        {
            TrialStep step = SetTrial(region);
            if (Solve.TrialCost() is not { } trialCost)
            {
                region = TrustRegion.AfterFailure(step.LengthInRegion);
                continue;
            }

            cost = trialCost;
            reduction = Solve.Cost - cost;
            double ratio = TrustRegion.Ratio(reduction, step.Predicted);
            status = Solve.EndOfStep(reduction, ratio, step.Length);
            if (status is not null)
            {
                break;
            }

            double next = TrustRegion.NextRadius(region, ratio, step.LengthInRegion, step.IsAtEdge);
            NoteRadius(region, next);
            region = next;
        }

        if (reduction > 0)
        {
            Move(cost);
        }

        return status;
    }

    /// <summary>A step that is to be tried.</summary>
    /// <param name="Predicted">The reduction of the cost that the local model promises.</param>
    /// <param name="Length">Its Euclidean length.</param>
    /// <param name="LengthInRegion">Its length in the norm of the region.</param>
    /// <param name="IsAtEdge">Whether the radius limits it.</param>
    protected readonly record struct TrialStep(double Predicted, double Length, double LengthInRegion, bool IsAtEdge);
}
