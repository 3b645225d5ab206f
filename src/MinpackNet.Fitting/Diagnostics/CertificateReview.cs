namespace MinpackNet.Fitting;

/// <summary>What speaks against the certificate of a search once its end has been examined.</summary>
internal static class CertificateReview
{
    // Errors this many times the size of estimate and start belong to parameters on their way to infinity.
    private const double RunawayRatio = 100;

    // Closer to one, parameters act only together, as the place and the width of a step that has shrunk onto a point,
    // which goes on for ever; rounding hides that from all tests of an optimum.
    private const double MostCorrelated = 1 - 1e-10;

    // One may be near zero; those that run away do so against each other.
    private const int LeastRunaways = 2;

    /// <summary>
    /// The objection to an end that the search certified; null for none, and where nothing can be lower.
    /// </summary>
    /// <param name="evidence">What is known of the end.</param>
    /// <param name="diagnoses">What the examination has found.</param>
    public static string? Objection(Evidence evidence, IReadOnlyList<Diagnosis> diagnoses)
    {
        if (!evidence.Outcome.IsCertified || evidence.Outcome.IsProven)
        {
            return null;
        }

        string[] runaways =
        [
            .. Enumerable.Range(0, evidence.Errors.Length)
                .Where(k => evidence.ErrorOverSize(k) > RunawayRatio)
                .Select(evidence.Name),
        ];
        int n = evidence.Errors.Length;
        (int K, int L)[] inseparable =
        [
            .. Enumerable.Range(0, n * n)
                .Select(place => (K: place / n, L: place % n))
                .Where(pair => pair.K < pair.L && Math.Abs(evidence.Correlation(pair.K, pair.L)) > MostCorrelated),
        ];
        if (inseparable.Length > 0)
        {
            (int k, int l) = inseparable[0];
            return $"{evidence.Name(k)} and {evidence.Name(l)} act only together there, so it may be on the way to a "
                + "limit of the model";
        }

        return runaways.Length >= LeastRunaways
            ? $"the data do not determine {Examination.Join(runaways)} there, so a lower minimum is plausible elsewhere"
            : evidence.SpareTerm is { } term
                ? $"a model without the term of {Examination.Join(evidence.Names(term.Factors))} describes the data as "
                    + "well, so a lower minimum is plausible where it does not"
                : diagnoses.Any(diagnosis => diagnosis.IsFatal)
                    ? "its estimates cannot be used"
                    : null;
    }
}
