namespace MinpackNet.Fitting;

/// <summary>What speaks against the certificate of a search once its end has been examined.</summary>
internal static class CertificateReview
{
    // Errors this many times the size of estimate and start belong to parameters on their way to infinity.
    private const double RunawayRatio = 100;

    // One may be near zero; those that run away do so against each other.
    private const int LeastRunaways = 2;

    /// <summary>
    /// The objection to an end that the search certified; null for none, and where nothing can be lower.
    /// </summary>
    public static string? Objection(Evidence evidence)
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
        return runaways.Length >= LeastRunaways
            ? $"the data do not determine {Examination.Join(runaways)} there, so a lower minimum is plausible elsewhere"
            : evidence.SpareTerm is { } term
                ? $"a model without the term of {Examination.Join(evidence.Names(term.Factors))} describes the data as "
                    + "well, so a lower minimum is plausible where it does not"
                : null;
    }
}
