namespace MinpackNet.Fitting;

/// <summary>The results of fits, a number for each in each column.</summary>
internal sealed record FitColumns
{
    /// <summary>By the names of the parameters.</summary>
    public required Dictionary<string, double[]> Estimates { get; init; }

    /// <summary>By the names of the parameters.</summary>
    public required Dictionary<string, double[]> StandardErrors { get; init; }

    public required LeastSquaresStatus[] Statuses { get; init; }

    public required bool[] Converged { get; init; }

    public required double[] ChiSquared { get; init; }

    public required int[] PointCounts { get; init; }

    public required int[] Evaluations { get; init; }

    public required int[] JacobianEvaluations { get; init; }

    /// <summary>What made fits fail, by their places.</summary>
    public required Dictionary<int, string> Failures { get; init; }

    public static FitColumns Of(FitTable fits)
    {
        FitRow[] rows = [.. fits];
        return new()
        {
            Estimates = fits.ParameterNames.ToDictionary(name => name, fits.Estimates),
            StandardErrors = fits.ParameterNames.ToDictionary(name => name, fits.StandardErrors),
            Statuses = Array.ConvertAll(rows, row => row.Status),
            Converged = Array.ConvertAll(rows, row => row.Converged),
            ChiSquared = Array.ConvertAll(rows, row => row.ChiSquared),
            PointCounts = Array.ConvertAll(rows, row => row.PointCount),
            Evaluations = Array.ConvertAll(rows, row => row.Evaluations),
            JacobianEvaluations = Array.ConvertAll(rows, row => row.JacobianEvaluations),
            Failures = rows.Where(row => row.Failure is not null).ToDictionary(row => row.Index, row => row.Failure!),
        };
    }

    /// <summary>Columns one below the other.</summary>
    /// <param name="parts">In the order of the fits; at least one.</param>
    public static FitColumns Join(IReadOnlyList<FitColumns> parts)
    {
        Dictionary<int, string> failures = [];
        int first = 0;
        foreach (FitColumns part in parts)
        {
            foreach ((int fit, string failure) in part.Failures)
            {
                failures.Add(first + fit, failure);
            }

            first += part.Statuses.Length;
        }

        return new()
        {
            Estimates = ByName(part => part.Estimates),
            StandardErrors = ByName(part => part.StandardErrors),
            Statuses = All(part => part.Statuses),
            Converged = All(part => part.Converged),
            ChiSquared = All(part => part.ChiSquared),
            PointCounts = All(part => part.PointCounts),
            Evaluations = All(part => part.Evaluations),
            JacobianEvaluations = All(part => part.JacobianEvaluations),
            Failures = failures,
        };

        T[] All<T>(Func<FitColumns, T[]> column) => [.. parts.SelectMany(column)];

        Dictionary<string, double[]> ByName(Func<FitColumns, Dictionary<string, double[]>> columns) =>
            columns(parts[0]).Keys.ToDictionary(name => name, name => All(part => columns(part)[name]));
    }

    /// <summary>What is not as of so many fits of these parameters; null for nothing.</summary>
    public string? Mistake(string[] names, int fits)
    {
        if (!AreOf(names, Estimates) || !AreOf(names, StandardErrors))
        {
            return $"the parameters are not {string.Join(", ", names)}";
        }

        Array?[] columns =
        [
            .. Estimates.Values, .. StandardErrors.Values, Statuses, Converged, ChiSquared, PointCounts, Evaluations,
            JacobianEvaluations,
        ];
        if (Array.Find(columns, column => column?.Length != fits) is { } other)
        {
            return $"a column has {NumberText.Count(other.Length, "value")} for {NumberText.Count(fits, "fit")}";
        }

        return columns.Contains(null) || Failures is null ? "a column is null"
            : Failures.Keys.Any(fit => fit < 0 || fit >= fits) ? "a fit that is not there failed"
            : !Array.TrueForAll(Statuses, Enum.IsDefined) ? "a status is unknown"
            : null;

        static bool AreOf(string[] names, Dictionary<string, double[]>? columns) =>
            columns?.Count == names.Length && Array.TrueForAll(names, columns.ContainsKey);
    }
}
