using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>Fits the groups of a part of a file, in its order.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="columns">The formula and the columns.</param>
internal sealed class GroupFitter(FitRequest request, ColumnChoice columns)
{
    private const string NoRow = "no row has a value in each column";

    private readonly FitOptions _options = new()
    {
        AbsoluteSigma = request.AbsoluteSigma,
        Fixed = request.Parameters.Fixed,
        Bounds = request.Parameters.Bounds,
        Loss = request.Loss,
        Solver = request.Solver.ApplyTo(new() { MaxDegreeOfParallelism = -1 }),
    };

    /// <summary>Whether each group is searched, so that it takes much longer.</summary>
    public bool Searches { get; } = request.Search || request.Parameters.LeavesOpen(columns.Model.ParameterNames);

    /// <summary>Fits the groups.</summary>
    public GroupFit[] Fit(CsvTable part, CancellationToken cancellationToken)
    {
        GroupFit[] fits = new GroupFit[part.Spans.Count];
        List<(int Place, Range Rows)> fitted = [];
        int first = 0;
        for (int k = 0; k < fits.Length; k++)
        {
            int count = part.Spans[k].Count;
            if (count == 0)
            {
                fits[k] = GroupFit.Failed(part.Spans[k], columns.Model.ParameterNames, NoRow);
            }
            else
            {
                fitted.Add((k, first..(first + count)));
                first += count;
            }
        }

        if (Searches)
        {
            Parallel.ForEach(
                fitted,
                new ParallelOptions { CancellationToken = cancellationToken },
                group => fits[group.Place] = Search(part, part.Spans[group.Place], group.Rows, cancellationToken));
        }
        else if (fitted.Count > 0)
        {
            FitAll(part, fitted, fits, cancellationToken);
        }

        return fits;
    }

    private void FitAll(
        CsvTable part, List<(int Place, Range Rows)> groups, GroupFit[] fits, CancellationToken cancellationToken)
    {
        Predictors[] x = [.. groups.Select(group => PredictorsOf(part, group.Rows))];
        double[][] y = [.. groups.Select(group => ObservationsOf(part, group.Rows))];
        double[][]? sigma = columns.HasSigma ? [.. groups.Select(group => part.Columns[^1][group.Rows])] : null;
        FitTable table = CurveFit.FitMany(
            columns.Model, x, y, [.. request.Parameters.Start], _options, sigma, null, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        for (int k = 0; k < groups.Count; k++)
        {
            int place = groups[k].Place;
            fits[place] = GroupFit.Of(part.Spans[place], table[k], Variation(y[k], sigma?[k]));
        }
    }

    private GroupFit Search(CsvTable part, LabelSpan span, Range rows, CancellationToken cancellationToken)
    {
        FitOptions options = _options with
        {
            Strategy = FitStrategy.Search,
            Sigma = columns.HasSigma ? part.Columns[^1][rows] : null,
            AbsoluteSigma = request.AbsoluteSigma && columns.HasSigma,
            Solver = new(),
        };
        try
        {
            Predictors x = PredictorsOf(part, rows);
            double[] y = ObservationsOf(part, rows);
            FitResult fit = request.Parameters.Start.Count == 0
                ? CurveFit.Fit(columns.Model, x, y, options, cancellationToken)
                : CurveFit.Fit(columns.Model, x, y, [.. request.Parameters.Start], options, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return GroupFit.Of(span, fit);
        }
        catch (ArgumentException exception)
        {
            // What is wrong with the rows of one group does not stop the others.
            return GroupFit.Failed(span, columns.Model.ParameterNames, exception.Message.Split(" (Parameter")[0]);
        }
    }

    private Predictors PredictorsOf(CsvTable part, Range rows) => DataFitter.PredictorsOf(
        columns.Model,
        [.. part.Columns.Take(columns.X.Length).Select(column => column[rows])],
        rows.GetOffsetAndLength(part.RowCount).Length);

    private double[] ObservationsOf(CsvTable part, Range rows) => part.Columns[columns.X.Length][rows];

    /// <summary>The weighted squares of the observations about their weighted mean.</summary>
    private static double Variation(double[] y, double[]? sigma)
    {
        (double weights, double sum) = (0, 0);
        for (int i = 0; i < y.Length; i++)
        {
            double weight = Weight(i);
            weights += weight;
            sum += weight * y[i];
        }

        double mean = sum / weights;
        double squares = 0;
        for (int i = 0; i < y.Length; i++)
        {
            squares += Weight(i) * (y[i] - mean) * (y[i] - mean);
        }

        return squares;

        double Weight(int i) => sigma is null ? 1 : 1 / (sigma[i] * sigma[i]);
    }
}
