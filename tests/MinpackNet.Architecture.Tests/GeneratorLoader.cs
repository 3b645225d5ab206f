using System.Reflection;
using Microsoft.CodeAnalysis;

namespace MinpackNet.Architecture.Tests;

/// <summary>Loads the SDK's source generators.</summary>
internal sealed class GeneratorLoader : IAnalyzerAssemblyLoader
{
    public static readonly GeneratorLoader Instance = new();

    public void AddDependencyLocation(string fullPath)
    {
    }

    public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
}
