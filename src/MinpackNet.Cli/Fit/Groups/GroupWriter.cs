using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MinpackNet.Cli;

/// <summary>Writes the fits of groups, a line for each: values between commas or tabs, or JSON.</summary>
/// <param name="output">Receives the lines.</param>
/// <param name="delimiter">A comma or a tab; null for JSON.</param>
internal sealed class GroupWriter(TextWriter output, char? delimiter)
{
    private static readonly string[] Statistics =
        ["sum_of_squares", "degrees_of_freedom", "residual_standard_deviation", "r_squared", "evaluations", "message"];

    /// <summary>Whether <see cref="Start"/> writes the names of the columns.</summary>
    public bool HasNames { get; init; } = true;

    /// <summary>The names of the columns.</summary>
    /// <param name="by">The column of groups.</param>
    /// <param name="parameters">The names of the parameters.</param>
    public static string[] Names(string by, IReadOnlyList<string> parameters) =>
    [
        by, "rows", "status", .. parameters.SelectMany(name => (string[])[name, $"{name}_error"]), .. Statistics,
    ];

    /// <summary>Writes the names of the columns.</summary>
    public void Start(string by, IReadOnlyList<string> parameters)
    {
        if (delimiter is char mark && HasNames)
        {
            output.Write(string.Join(mark, Names(by, parameters).Select(name => AnswerTable.Field(name, mark))));
            output.Write('\n');
        }
    }

    /// <summary>Hands on what was written.</summary>
    public void Flush() => output.Flush();

    /// <summary>Writes a group.</summary>
    public void Write(GroupFit fit)
    {
        output.Write(delimiter is char mark ? Values(fit, mark) : Document(fit));
        output.Write('\n');
    }

    private static string Values(GroupFit fit, char mark)
    {
        StringBuilder line = new(AnswerTable.Field(fit.Span.Label, mark));
        line.Append(mark).Append(CultureInfo.InvariantCulture, $"{fit.Span.Count}").Append(mark).Append(fit.Status);
        foreach ((double value, double error) in fit.Parameters.Select(p => (p.Value, p.StandardError)))
        {
            line.Append(mark).Append(AnswerTable.Number(value)).Append(mark).Append(AnswerTable.Number(error));
        }

        return line.Append(mark).Append(AnswerTable.Number(fit.ChiSquared))
            .Append(mark).Append(CultureInfo.InvariantCulture, $"{fit.DegreesOfFreedom}")
            .Append(mark).Append(AnswerTable.Number(fit.Scatter))
            .Append(mark).Append(AnswerTable.Number(fit.RSquared))
            .Append(mark).Append(CultureInfo.InvariantCulture, $"{fit.Evaluations}")
            .Append(mark).Append(AnswerTable.Field(PlainText.Line(fit.Message), mark))
            .ToString();
    }

    private static string Document(GroupFit fit) => JsonSerializer.Serialize(
        new GroupDocument(
            fit.Span.Label,
            fit.Span.Line,
            fit.Span.Count,
            fit.Status,
            fit.Parameters.ToDictionary(p => p.Name, p => p.Value),
            fit.Parameters.ToDictionary(p => p.Name, p => p.StandardError),
            fit.ChiSquared,
            fit.DegreesOfFreedom,
            fit.RSquared,
            fit.Evaluations,
            fit.Message.Length == 0 ? null : fit.Message),
        GroupJsonContext.OneLine.GroupDocument);
}
