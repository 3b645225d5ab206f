using Npgsql;

namespace MinpackNet.Samples;

/// <summary>The results in PostgreSQL: one row for each part.</summary>
internal sealed class PartTable(string connection) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connection);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    public Task CreateAsync() => RunAsync("CREATE TABLE part (number int PRIMARY KEY, fitted text NOT NULL)");

    /// <summary>Stores a part; one that is there already stays.</summary>
    public Task AddAsync(Fitting.FittedPart fitted) => RunAsync(
        "INSERT INTO part VALUES ($1, $2) ON CONFLICT (number) DO NOTHING", fitted.Part.Number, fitted.ToJson());

    public async Task<int> CountAsync()
    {
        await using NpgsqlCommand command = _source.CreateCommand("SELECT count(*)::int FROM part");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    public async IAsyncEnumerable<string> ReadAsync()
    {
        await using NpgsqlCommand command = _source.CreateCommand("SELECT fitted FROM part");
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return reader.GetString(0);
        }
    }

    private async Task RunAsync(string text, params object[] values)
    {
        await using NpgsqlCommand command = _source.CreateCommand(text);
        foreach (object value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }
}
