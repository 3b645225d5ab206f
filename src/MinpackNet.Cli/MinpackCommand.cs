using System.CommandLine;
using System.CommandLine.Invocation;
using MinpackNet.Nist;

namespace MinpackNet.Cli;

/// <summary>The command <c>minpack</c>.</summary>
internal static class MinpackCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="args">The arguments after the command's name.</param>
    /// <param name="streams">Where the command reads and writes.</param>
    /// <param name="cancellationToken">Interrupts the command, as Ctrl+C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        string[] args, Streams streams, CancellationToken cancellationToken = default)
    {
        RootCommand root = new("MinpackNet's command line: nonlinear least squares with MINPACK.")
        {
            FitCommand.Create(streams),
            MergeCommand.Create(streams),
            CompareCommand.Create(streams),
            ModelsCommand.Create(streams),
            NistCommand.Create(streams),
            CertifyCommand.Create(),
            CompletionCommand.Create(streams),
        };
        // Otherwise a formula or a name that starts with @ would read arguments from a file.
        try
        {
            args = ProblemFile.Expand(root, args);
        }
        catch (InputException exception)
        {
            streams.Complain(exception.Message);
            return ExitCode.Usage;
        }

        ParseResult parsed = root.Parse(args, new() { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            // One line, because a page of help would hide what is wrong.
            streams.Complain(string.Join(' ', parsed.Errors.Select(error => error.Message)) + HintFor(parsed));
            return ExitCode.Usage;
        }

        InvocationConfiguration configuration = new()
        {
            Output = streams.Output,
            Error = streams.Error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            int code = await parsed.InvokeAsync(configuration, cancellationToken);
            await streams.Output.FlushAsync(CancellationToken.None);
            return code;
        }
        catch (IOException exception)
        {
            streams.Complain($"The output cannot be written: {exception.Message}");
            return ExitCode.Usage;
        }
        catch (UnauthorizedAccessException)
        {
            // What .NET says names a path, and there is none.
            streams.Complain("The output cannot be written: it is closed, or may only be read.");
            return ExitCode.Usage;
        }
        catch (Exception exception)
        {
            streams.Complain(
                $"This is a fault of minpack itself ({exception.GetType().Name}: {exception.Message}). Please report "
                + "it with the arguments and the data.");
            return ExitCode.Fault;
        }
    }

    /// <summary>What a misspelled command or option may mean; empty if there is none.</summary>
    private static string HintFor(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string[] names =
        [
            .. command.Subcommands.Select(sub => sub.Name),
            .. command.Options.Select(option => option.Name),
        ];
        return parsed.UnmatchedTokens
            .Select(token => Spelling.Hint(token.Split('=')[0], names))
            .FirstOrDefault(hint => hint.Length > 0) ?? "";
    }
}
