namespace MinpackNet.Cli;

/// <summary>What a picture has room for, by its size.</summary>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in the same.</param>
internal readonly record struct SvgLayout(int Width, int Height)
{
    /// <summary>About the largest number of ticks below, of which long labels leave fewer.</summary>
    public const int MostXTicks = 9;

    // Below, a panel of residuals would be lower than its title is long, and a legend larger than the curve.
    private const int LeastHeightOfResiduals = 360;
    private const int LeastWidthOfLegend = 320;
    private const int LeastHeightOfLegend = 240;

    // The share of the height where the residuals end, and where the data start above them.
    private const double EndOfResiduals = 0.26;
    private const double StartOfData = 0.33;

    // What titles, legend and labels take, and what a tick does.
    private const double AroundPanels = 150;
    private const double HeightOfTick = 28;
    private const int MostYTicks = 7;
    private const int MostResidualTicks = 5;
    private const int FewestTicks = 2;

    // The room for texts, with a reserve for fonts that are wider than the one that is measured, but never less than a
    // share of the width.
    private const double TitleMargin = 120;
    private const double LegendMargin = 320;
    private const double XTitleShare = 0.7;
    private const double YTitleShare = 0.4;
    private const double LeastShare = 0.4;

    public bool HasResiduals => Height >= LeastHeightOfResiduals;

    public bool HasLegend => Width >= LeastWidthOfLegend && Height >= LeastHeightOfLegend;

    public double ResidualsEnd => HasResiduals ? EndOfResiduals : 0;

    public double DataStart => HasResiduals ? StartOfData : 0;

    public int YTicks => Ticks(1 - DataStart, MostYTicks);

    public int ResidualTicks => Ticks(ResidualsEnd, MostResidualTicks);

    public double TitleRoom => Width - TitleMargin;

    public double XTitleRoom => XTitleShare * Width;

    public double YTitleRoom => YTitleShare * Height;

    /// <summary>The room for each name of a legend in which bands are named too.</summary>
    public double NameRoom(int count) => Math.Max((Width - LegendMargin) / count, LeastShare * Width);

    private int Ticks(double share, int most) =>
        Math.Clamp((int)(share * (Height - AroundPanels) / HeightOfTick), FewestTicks, most);
}
