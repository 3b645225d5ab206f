using System.Numerics;

namespace MinpackNet.Interop;

/// <summary>Vectors in native memory, zero at first, none of which lies across two cache lines.</summary>
internal sealed unsafe class VectorBlock : IDisposable
{
    private NativeBlock _block;
    private readonly Vector<double>* _first;
    private readonly int _length;

    public VectorBlock(int length)
    {
        nuint count = (nuint)length;
        _block = new(checked(count * (nuint)sizeof(Vector<double>)), pieces: 1);
        _block.Clear();
        _first = _block.Take<Vector<double>>(count);
        _length = length;
    }

    ~VectorBlock() => _block.Free();

    public Span<Vector<double>> Vectors => new(_first, _length);

    public void Dispose()
    {
        _block.Free();
        GC.SuppressFinalize(this);
    }
}
