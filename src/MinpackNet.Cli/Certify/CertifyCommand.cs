using System.CommandLine;
using MinpackNet.Fitting;
using Spectre.Console;

namespace MinpackNet.Cli;

/// <summary>The command <c>minpack certify</c>.</summary>
internal static class CertifyCommand
{
    public static Command Create()
    {
        Option<string> jacobian = Choice<JacobianMode>(
            "--jacobian",
            "Forward differences with the step of SciPy 1.10, analytic derivatives written by hand, or automatic ones "
            + "from NIST's formula.");
        Option<string> tolerances = Choice<ToleranceMode>(
            "--tolerances",
            "SciPy's defaults (ftol = xtol = 1.49012e-8, gtol = 0), or tight ones: ftol = xtol = gtol = 1e-15 and at "
            + "most 200000 evaluations.");
        Option<string> strategy = Choice<FitStrategy>(
            "--strategy",
            "Plain: one solve per fit; or search: many solves for the lowest minimum, the same for all sets, with "
            + "tight tolerances of its own.");
        Option<string> start = Choice<StartMode>(
            "--start",
            "From both of NIST's starts; or none: each set once, from the formula and the data alone, by the search "
            + "with automatic derivatives.");
        Option<bool> json = new("--json") { Description = "Write one JSON document instead of a table." };
        Command command = new(
            "certify",
            "Fits NIST's 27 nonlinear regression sets from both starts and counts the correct digits. The exit code is "
            + "0 if at least as many of the 54 fits reach 4 digits as with SciPy (46, or 53 with tight tolerances) or, "
            + "with the search strategy, if all reach 6, as must the 27 without a start; otherwise it is 1.")
        {
            jacobian,
            tolerances,
            strategy,
            start,
            json,
        };
        command.Validators.Add(result =>
        {
            if (IsSearch(result.GetValue(strategy)) && result.GetResult(tolerances) is { Implicit: false })
            {
                result.AddError(
                    "--tolerances has no effect with --strategy search, which has its own tolerances. Leave it out.");
            }
        });
        command.Validators.Add(result =>
        {
            Option<string>[] implied = [jacobian, tolerances, strategy];
            if (HasNoStart(result.GetValue(start))
                && implied.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } useless)
            {
                result.AddError(
                    $"{useless.Name} has no effect with --start none, which searches with automatic derivatives. Leave "
                    + "it out.");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            CertificationSettings settings = HasNoStart(parsed.GetRequiredValue(start))
                ? new(JacobianMode.Automatic, ToleranceMode.Tight, FitStrategy.Search, StartMode.None)
                : new(
                    Enum.Parse<JacobianMode>(parsed.GetRequiredValue(jacobian), ignoreCase: true),
                    IsSearch(parsed.GetRequiredValue(strategy))
                        ? ToleranceMode.Tight
                        : Enum.Parse<ToleranceMode>(parsed.GetRequiredValue(tolerances), ignoreCase: true),
                    Enum.Parse<FitStrategy>(parsed.GetRequiredValue(strategy), ignoreCase: true));
            return Task.Run(() => Run(settings, parsed.GetValue(json), cancellationToken), CancellationToken.None);
        });
        return command;
    }

    private static bool IsSearch(string? strategy) =>
        string.Equals(strategy, nameof(FitStrategy.Search), StringComparison.OrdinalIgnoreCase);

    private static bool HasNoStart(string? start) =>
        string.Equals(start, nameof(StartMode.None), StringComparison.OrdinalIgnoreCase);

    private static Option<string> Choice<T>(string name, string description)
        where T : struct, Enum
    {
        string[] values = [.. Enum.GetNames<T>().Select(value => value.ToLowerInvariant())];
        Option<string> option = new(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, values);
        return option;
    }

    private static int Run(CertificationSettings settings, bool json, CancellationToken cancellationToken)
    {
        try
        {
            IEnumerable<SetFit> fits = FitRunner.Run(settings, cancellationToken);
            return Report(fits, settings, json).Met ? ExitCode.Success : ExitCode.Failure;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (NativeLibraryException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCode.Failure;
        }
    }

    private static Score Report(IEnumerable<SetFit> fits, CertificationSettings settings, bool json)
    {
        if (json)
        {
            return JsonReport.Write(Console.Out, fits, settings);
        }

        return CanDraw(AnsiConsole.Profile)
            ? TerminalReport.Write(AnsiConsole.Console, fits, settings)
            : PlainReport.Write(Console.Out, fits, settings);
    }

    private static bool CanDraw(Profile profile) =>
        !Console.IsOutputRedirected && profile.Capabilities.Ansi && profile.Width >= TerminalReport.MinimumWidth;
}
