namespace MinpackNet.Fitting;

/// <summary>Where the numbers are that an instruction reads or writes.</summary>
/// <param name="Kind">In what.</param>
/// <param name="Index">In which of them.</param>
internal readonly record struct Place(PlaceKind Kind, int Index)
{
    public static Place None => default;

    public bool IsRow => Kind is PlaceKind.Row or PlaceKind.None;
}
