namespace MinpackNet.Fitting;

/// <summary>
/// Which memory each result of an instruction gets: that of one that nobody reads any more, so that the blocks of most
/// formulas stay in the processor's first cache (Poletto and Sarkar 1999, linear scan). What nobody reads at all is
/// left out.
/// </summary>
internal static class BlockAssignment
{
    /// <returns>The instructions in terms of memory, and how many blocks that has.</returns>
    public static (Instruction[] Body, int Blocks) Of(IReadOnlyList<Instruction> all, int results)
    {
        List<Instruction> body = Needed(all, results);
        int[] lastUses = new int[results];
        for (int i = 0; i < body.Count; i++)
        {
            foreach (Place place in Targets(body[i]).Concat(Operands(body[i])))
            {
                lastUses[place.Index] = i;
            }
        }

        int?[] memory = new int?[results];
        Stack<int> free = [];
        int blocks = 0;
        Instruction[] assigned = new Instruction[body.Count];
        for (int i = 0; i < body.Count; i++)
        {
            Instruction old = body[i];
            Instruction renamed = old with { A = In(old.A), B = In(old.B), C = In(old.C) };
            // A result may take the place of an operand, but two results not that of the same one.
            if (old.Kernel != Kernel.SinCos)
            {
                Release(i, Operands(old));
            }

            assigned[i] = renamed with { Target = In(old.Target) };
            Release(i, Operands(old).Concat(Targets(old)));
        }

        return (assigned, blocks);

        Place In(Place place) => place.Kind != PlaceKind.Block
            ? place
            : place with { Index = memory[place.Index] ??= free.TryPop(out int block) ? block : blocks++ };

        void Release(int i, IEnumerable<Place> places)
        {
            foreach (int result in places.Select(place => place.Index).Where(result => lastUses[result] == i))
            {
                free.Push(memory[result]!.Value);
                lastUses[result] = -1;
            }
        }
    }

    /// <summary>The instructions whose results are read or delivered.</summary>
    private static List<Instruction> Needed(IReadOnlyList<Instruction> all, int results)
    {
        bool[] isRead = new bool[results];
        List<Instruction> needed = [];
        foreach (Instruction instruction in all.Reverse())
        {
            bool isDelivered = instruction.Target.Kind == PlaceKind.Output
                || (instruction.Kernel == Kernel.SinCos && instruction.C.Kind == PlaceKind.Output);
            if (isDelivered || Targets(instruction).Any(place => isRead[place.Index]))
            {
                needed.Add(instruction);
                foreach (Place place in Operands(instruction))
                {
                    isRead[place.Index] = true;
                }
            }
        }

        needed.Reverse();
        return needed;
    }

    private static IEnumerable<Place> Operands(Instruction instruction) => Blocks(
        instruction.Kernel == Kernel.SinCos ? [instruction.A] : [instruction.A, instruction.B, instruction.C]);

    private static IEnumerable<Place> Targets(Instruction instruction) => Blocks(
        instruction.Kernel == Kernel.SinCos ? [instruction.Target, instruction.C] : [instruction.Target]);

    private static IEnumerable<Place> Blocks(Place[] places) =>
        places.Where(place => place.Kind == PlaceKind.Block).Distinct();
}
