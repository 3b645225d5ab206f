#:project ../../src/MinpackNet
// Nonlinear equations: Kepler's E - e sin E = M for all planets at once. Each equation has one unknown of its own, so
// the Jacobian is diagonal, and differences cost one evaluation instead of eight.
// Data: mean orbital elements at noon of 1 January 2000; Standish, Keplerian Elements for Approximate Positions of the
// Major Planets (JPL), table 1: semi-major axis in au, eccentricity, mean longitude and longitude of perihelion in
// degrees; for the Earth those of its center of mass with the Moon.
// Expect: the Earth at 0.9833 au from the Sun, near its perihelion.
using MinpackNet;

(string Name, double Axis, double Eccentricity, double Longitude, double Perihelion)[] planets =
[
    ("Mercury", 0.38709927, 0.20563593, 252.25032350, 77.45779628),
    ("Venus", 0.72333566, 0.00677672, 181.97909950, 131.60246718),
    ("Earth", 1.00000261, 0.01671123, 100.46457166, 102.93768193),
    ("Mars", 1.52371034, 0.09339410, -4.55343205, -23.94362959),
    ("Jupiter", 5.20288700, 0.04838624, 34.39644051, 14.72847983),
    ("Saturn", 9.53667594, 0.05386179, 49.95424423, 92.59887831),
    ("Uranus", 19.18916464, 0.04725744, 313.23810451, 170.95427630),
    ("Neptune", 30.06992276, 0.00859048, -55.12002969, 44.96476227),
];
double[] meanAnomalies = [.. planets.Select(planet => (planet.Longitude - planet.Perihelion) * Math.PI / 180)];

NonlinearEquationsResult kepler = NonlinearEquations.Solve(
    start: meanAnomalies,
    equations: (anomalies, f) =>
    {
        for (int i = 0; i < f.Length; i++)
        {
            f[i] = anomalies[i] - (planets[i].Eccentricity * Math.Sin(anomalies[i])) - meanAnomalies[i];
        }
    },
    options: new() { Bandwidth = (0, 0), StepTolerance = 1e-12 });

Console.WriteLine($"converged: {kepler.Converged}, all below 1e-12: {kepler.Residuals.All(f => Math.Abs(f) < 1e-12)}");
for (int i = 0; i < planets.Length; i++)
{
    (string name, double axis, double eccentricity, _, _) = planets[i];
    double anomaly = kepler.Parameters[i];
    double distance = axis * (1 - (eccentricity * Math.Cos(anomaly)));
    Console.WriteLine($"{name,-7}  E {anomaly * 180 / Math.PI,9:F4}°  {distance,8:F5} au from the Sun");
}
