namespace MinpackNet;

/// <summary>The step of the reflective method's trust region, without regard to where the bounds are.</summary>
internal abstract class RegionStep
{
    /// <summary>The damping of the last step, if there is one.</summary>
    public virtual double Damping => 0;

    /// <summary>How many values <see cref="MultiplyByRoot"/> gives.</summary>
    public abstract int RootRowCount { get; }

    /// <summary>Forgets the solve before.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>Prepares the steps from a new point.</summary>
    /// <param name="radius">Of the first step from there.</param>
    public abstract void Linearize(double radius);

    /// <summary>
    /// B v, where BᵀB is the Hessian of the model in the units, with the curvature of the bounds, at the last point.
    /// </summary>
    public abstract void MultiplyByRoot(ReadOnlySpan<double> vector, Span<double> product);

    /// <summary>Finds the step, in the units.</summary>
    public abstract void Find(double radius, Span<double> step);

    /// <summary>Tells that the radius is another one after a finite trial.</summary>
    public virtual void NoteRadius(double before, double after)
    {
    }
}
