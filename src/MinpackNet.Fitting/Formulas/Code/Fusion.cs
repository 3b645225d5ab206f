namespace MinpackNet.Fitting;

/// <summary>
/// Makes one instruction of a product and the only sum or difference that it is for: a pass less over a block. Each is
/// still rounded by itself.
/// </summary>
internal static class Fusion
{
    public static IReadOnlyList<Instruction> Of(IReadOnlyList<Instruction> body)
    {
        Dictionary<Place, int> reads = body
            .SelectMany(instruction => new[] { instruction.A, instruction.B, instruction.C })
            .GroupBy(place => place)
            .ToDictionary(group => group.Key, group => group.Count());
        Dictionary<Place, Instruction> products = [];
        HashSet<Place> fused = [];
        List<Instruction> result = [];
        foreach (Instruction instruction in body)
        {
            if (instruction is { Kernel: Kernel.Multiply, Target.Kind: PlaceKind.Block }
                && reads.GetValueOrDefault(instruction.Target) == 1)
            {
                products[instruction.Target] = instruction;
            }

            result.Add(Fused(instruction));
        }

        return [.. result.Where(instruction => !fused.Contains(instruction.Target))];

        Instruction Fused(Instruction sum)
        {
            bool isSum = sum.Kernel == Kernel.Add;
            if ((isSum || sum.Kernel == Kernel.Subtract) && products.Remove(sum.B, out Instruction right))
            {
                fused.Add(sum.B);
                return right with
                {
                    Kernel = isSum ? Kernel.AddProduct : Kernel.SubtractProduct, Target = sum.Target, C = sum.A,
                };
            }

            if (isSum && products.Remove(sum.A, out Instruction left))
            {
                fused.Add(sum.A);
                return left with { Kernel = Kernel.AddProduct, Target = sum.Target, C = sum.B };
            }

            return sum;
        }
    }
}
