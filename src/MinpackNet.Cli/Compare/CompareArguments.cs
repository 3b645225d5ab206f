using System.CommandLine;

namespace MinpackNet.Cli;

/// <summary>The arguments and options of <c>minpack compare</c>; those about the data are those of the fit.</summary>
internal sealed class CompareArguments
{
    private readonly FitArguments _data = new();

    private readonly Option<string[]> _models = new("--model")
    {
        Description = "A formula, or names of models, as in minpack fit; once for each model.",
        Required = true,
    };

    private readonly Option<string[]> _starts = new("--start")
    {
        Description = "The start values of a model, such as b1=500,b2=1e-4; once for each model in their order, \"\" "
            + "for one without. Without any, the command searches, from starts that formula and data suggest.",
    };

    private readonly Option<bool> _nested = new("--nested")
    {
        Description = "Every model contains the one with the fewest parameters as a special case: test each against "
            + "it, by F or, with --absolute-sigma, by chi-squared.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_models);
        command.Options.Add(_starts);
        command.Options.Add(_nested);
        _data.AddDataTo(command);
    }

    /// <exception cref="InputException">An argument cannot be used.</exception>
    public CompareRequest Read(ParseResult parsed)
    {
        string[] models = parsed.GetRequiredValue(_models);
        string[] starts = parsed.GetValue(_starts) ?? [];
        if (models.Length < 2)
        {
            throw new InputException(
                "--model: there is one model only. Give two or more, each by a --model of its own.");
        }

        if (starts.Length > 0 && starts.Length != models.Length)
        {
            throw new InputException(
                $"--start: there {(starts.Length == 1 ? "is" : "are")} {starts.Length} for {models.Length} models. "
                + "Give one for each, in the order of the models and \"\" for one without start values, or none.");
        }

        return new(
            [.. models.Select((model, k) => _data.Read(parsed, model, starts.Length == 0 ? [] : [starts[k]])
                with { IsOneOfSeveral = true })],
            parsed.GetValue(_nested));
    }
}
