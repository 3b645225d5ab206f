namespace MinpackNet.Tests;

/// <summary>Where residuals are evaluated for differences.</summary>
public sealed class DifferenceStencilTests
{
#pragma warning disable CA5394 // Cases that can be repeated.
    [Theory]
    [InlineData(DifferenceScheme.TwoPoint)]
    [InlineData(DifferenceScheme.ThreePoint)]
    public void No_difference_leaves_the_bounds_by_rounding(DifferenceScheme scheme)
    {
        Random random = new(4);
        for (int k = 0; k < 10_000; k++)
        {
            double lower = random.NextDouble() - 0.5;
            double upper = lower + (2 * random.NextDouble());
            double x = k % 3 == 0 ? upper : k % 3 == 1 ? lower : Math.Clamp((lower + upper) / 2, lower, upper);
            // Steps are widened as far as the bounds allow where nothing changes.
            DifferenceStencil stencil = DifferenceStencil.OfStep(scheme, x, lower, upper, 4 * random.NextDouble());
            Assert.InRange(stencil.First, lower, upper);
            Assert.True(!stencil.HasSecond || (lower <= stencil.Second && stencil.Second <= upper), $"{k}");
        }
    }
#pragma warning restore CA5394
}
