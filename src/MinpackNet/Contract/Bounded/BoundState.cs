using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>Whether a bound holds a parameter back at the solution.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BoundState>))]
public enum BoundState
{
    /// <summary>No bound does.</summary>
    Free = 0,

    /// <summary>The parameter is at its lower bound, and would be lower without it.</summary>
    AtLower = 1,

    /// <summary>The parameter is at its upper bound, and would be higher without it.</summary>
    AtUpper = 2,

    /// <summary>The bounds are equal.</summary>
    Fixed = 3,
}
