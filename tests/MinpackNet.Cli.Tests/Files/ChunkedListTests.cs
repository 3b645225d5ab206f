namespace MinpackNet.Cli.Tests;

/// <summary>Rows stay in their order, however many there are.</summary>
public sealed class ChunkedListTests
{
    // Before, at and behind the ends of the first three chunks.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(16_385)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(262_144)]
    [InlineData(262_145)]
    public void Elements_are_what_was_added(int count)
    {
        ChunkedList<int> list = new();
        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < count; i++)
            {
                Assert.Equal(i, list.Count);
                list.Add(round - i);
            }

            Assert.Equal(Enumerable.Range(0, count).Select(i => round - i), list.ToArray());
            for (int i = 0; i < count; i++)
            {
                Assert.Equal(round - i, list[i]);
            }

            if (count > 0)
            {
                list[count - 1] = 7;
                Assert.Equal(7, list.ToArray()[^1]);
            }

            list.Clear();
            Assert.Equal(0, list.Count);
            Assert.Empty(list.ToArray());
        }
    }
}
