using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

// Everything that crosses the border is blittable; nothing may fall back to marshaling at run time.
[assembly: DisableRuntimeMarshalling]

// The native library is looked for beside the assembly and in the system's own folders, never in the current one.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
