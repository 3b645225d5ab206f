namespace MinpackNet.Interop;

/// <summary>Runs the tasks that the native core hands out, on the thread pool.</summary>
internal sealed unsafe class NativeTasks
{
    private readonly ParallelLoop _loop;
    private readonly Action<int> _runOne;
    private delegate* unmanaged[Cdecl]<void*, int, void> _task;
    private void* _work;

    /// <param name="degree">How many threads may take part, including the calling one.</param>
    public NativeTasks(int degree)
    {
        _loop = new(degree);
        _runOne = index => _task(_work, index);
    }

    public int Degree => _loop.Degree;

    /// <summary>The C function type mn_parallel_for_fn. One loop at a time.</summary>
    public void Run(int count, delegate* unmanaged[Cdecl]<void*, int, void> task, void* work)
    {
        _task = task;
        _work = work;
        _loop.Run(count, _runOne);
    }
}
