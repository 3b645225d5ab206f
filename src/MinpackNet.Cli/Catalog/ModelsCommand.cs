using System.CommandLine;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>The command <c>minpack models</c>.</summary>
internal static class ModelsCommand
{
    public static Command Create(Streams streams)
    {
        Command command = new(
            "models",
            "Lists the models that have names, with their formulas and what is derived from their parameters. A name, "
            + "or several as in gaussian+gaussian+linear, stands for the formula in minpack fit --model. Of terms of "
            + "a kind, peaks and steps go from left to right and decays from fast to slow, unless start values say "
            + "otherwise.");
        command.SetAction(_ => List(streams.Output));
        return command;
    }

    private static int List(TextWriter output)
    {
        int width = NamedModel.All.Max(model => model.Name.Length);
        foreach (NamedModel model in NamedModel.All)
        {
            string indent = new(' ', width + 2);
            output.WriteLine($"{model.Name.PadRight(width)}  {model.Formula}");
            output.WriteLine($"{indent}{model.Description}");
            foreach (NamedQuantity quantity in model.Quantities)
            {
                output.WriteLine($"{indent}{quantity.Name} = {quantity.Formula}");
            }
        }

        return ExitCode.Success;
    }
}
