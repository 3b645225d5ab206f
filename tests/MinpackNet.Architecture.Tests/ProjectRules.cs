namespace MinpackNet.Architecture.Tests;

/// <summary>The rules of one project.</summary>
/// <param name="Name">Its name, which is that of its folder under src.</param>
/// <param name="Uses">The projects it may use, by their public members alone.</param>
/// <param name="Rooms">Its rooms, from the ground up.</param>
internal sealed record ProjectRules(string Name, string[] Uses, string[] Rooms)
{
    /// <summary>The height of a room; -1 for a folder that is no room.</summary>
    public int Height(string room) => Array.IndexOf(Rooms, room);
}
