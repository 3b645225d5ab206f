using System.CommandLine;

namespace MinpackNet.Cli;

/// <summary>The command <c>minpack completion</c>: a script that lets a shell complete names of options.</summary>
internal static class CompletionCommand
{
    private const string Bash =
        """
        _minpack() {
            local IFS=$'\n'
            COMPREPLY=( $(minpack "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null) )
        }
        complete -o default -F _minpack minpack
        """;

    private const string Zsh =
        """
        _minpack() {
            local found=("${(@f)$(minpack "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -a found
            _files
        }
        compdef _minpack minpack
        """;

    private const string Fish =
        """
        complete -c minpack -a '(minpack "[suggest:"(commandline -C)"]" (commandline -p) 2>/dev/null)'
        """;

    private const string PowerShell =
        """
        Register-ArgumentCompleter -Native -CommandName minpack -ScriptBlock {
            param($word, $command, $position)
            minpack "[suggest:$position]" "$command" | Where-Object { $_ } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    public static Command Create(Streams streams)
    {
        Argument<string> shell = new("shell") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        Command command = new(
            "completion",
            "Writes a script with which a shell completes commands and options: for bash, "
            + "eval \"$(minpack completion bash)\" in ~/.bashrc.")
        {
            shell,
        };
        command.SetAction(parsed => streams.Output.WriteLine(parsed.GetRequiredValue(shell) switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            _ => PowerShell,
        }));
        return command;
    }
}
