"""Compares the statistics of `minpack fit` with those of R, of lmfit and of an exact solution, on 40 data sets.

    compare.py FOLDER        after `dotnet build --configuration Release src/MinpackNet.Cli`; FOLDER is for the files

27 sets are NIST's, from `minpack nist`; 13 are made here from a seed. Every set is fitted four times from one start:
by `minpack fit --search --json` (its bands come from the library, by bands.cs), by nlsLM and nls (fits.R), by lmfit,
and with 50 digits by Gauss-Newton steps, which settles who is right where two of them differ.
"""
import csv
import json
import math
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import lmfit
import mpmath
import numpy

HERE = Path(__file__).parent
MINPACK = ["dotnet", str(HERE.parent.parent / "artifacts/bin/MinpackNet.Cli/release/minpack.dll")]
LEVEL = 0.95
MOST_DIGITS = 16
FUNCTIONS = ["exp", "log", "sin", "cos", "sqrt", "pi"]

# The digits that must agree, ours with the exact solution, and R's and lmfit's with ours. Estimates: where the sum of
# squares changes by rounding, 1e-16 of it, they change by 1e-8 of their standard errors, and no solver sees more. What
# depends on their place to first order has a digit less; the sum of squares itself depends on it to second order only.
REQUIRED = {
    "degrees of freedom": 16,
    "estimates": 7,
    "standard errors": 6,
    "correlations": 6,
    "t intervals": 6,
    "residual deviation": 9,
    "R-squared": 9,
    "AIC": 9,
    "BIC": 9,
    "confidence band": 6,
    "prediction band": 6,
}
# These come from residuals, which have no more digits than the rounding of the observations leaves.
OF_RESIDUALS = ["standard errors", "t intervals", "residual deviation", "R-squared", "AIC", "BIC", "prediction band"]
# Where R or lmfit is less exact itself, it must agree with us as far as it is right, but for this and down to LEAST:
# another definition would differ in the first digits, rounding differs in the last.
MARGIN = 1
LEAST = 2


class DataSet:
    """A model, its data and how to fit it. Weights: none, relative (sigma up to a scale) or absolute."""

    def __init__(self, name, model, predictors, start, columns, weights="none", new_sigma=1.0, fixed=()):
        self.name, self.model, self.predictors, self.start = name, model, predictors, start
        self.columns, self.weights, self.new_sigma, self.fixed = columns, weights, new_sigma, list(fixed)
        self.free = [p for p in start if p not in self.fixed]
        self.certified = None

    def rows(self):
        """The values of each column, in rows without a missing value."""
        used = self.predictors + ["y"] + (["sigma"] if self.weights != "none" else [])
        whole = [row for row in zip(*(self.columns[c] for c in used)) if None not in row]
        return {c: numpy.array(values, float) for c, values in zip(used, zip(*whole))}

    def points(self):
        """Where the bands are compared: both ends of the data, their middle, and beyond them."""
        data = self.rows()
        ends = {p: (data[p].min(), data[p].max()) for p in self.predictors}
        return {p: [low + share * (high - low) for share in (0, 0.5, 1, 1.1)] for p, (low, high) in ends.items()}

    def write(self, folder):
        write_csv(folder / f"{self.name}.csv", self.columns)
        write_csv(folder / f"{self.name}.points.csv", self.points())

    def line(self, start):
        """The set as a line of the table that bands.cs and fits.R read."""
        return "\t".join([self.name, self.model, ",".join(self.predictors), assignments(start), ",".join(self.fixed),
                          self.weights, repr(self.new_sigma)])


def write_csv(path, columns):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(["NA" if v is None else repr(float(v)) for v in row] for row in zip(*columns.values()))


def assignments(values):
    return ",".join(f"{name}={float(value)!r}" for name, value in values.items())


def nist_sets():
    """NIST's sets with the second start, the nearer one, and the estimates that NIST publishes."""
    for listed in run(MINPACK + ["nist"]).splitlines():
        name = listed.split()[0]
        text = run(MINPACK + ["nist", name]).splitlines()
        comments = [line[2:] for line in text if line.startswith("#")]
        _, model, start = comments[2].split('"')
        header, *rows = csv.reader(line for line in text if not line.startswith("#"))
        columns = dict(zip(header, zip(*([float(v) for v in row] for row in rows))))
        found = DataSet(name, model, header[:-1], parse(start.split()[1]), columns)
        found.certified = parse(comments[3].split()[1])
        yield found


def parse(text):
    return {name: float(value) for name, value in (item.split("=") for item in text.split(","))}


def made_sets():
    """Sets that NIST's lack: weights, few points, sizes, offsets, missing values, fixed parameters."""
    noise = random.Random(20)

    def made(name, model, truth, start, predictors, spread, decimals=None, **options):
        value = compile(model, name, "eval")
        rows = zip(*predictors.values())
        exact = [eval(value, vars(math), truth | dict(zip(predictors, row))) for row in rows]
        sigmas = [spread(v) for v in exact]
        y = [v + s * noise.gauss(0, 1) for v, s in zip(exact, sigmas)]
        y = [v if decimals is None else round(v, decimals) for v in y]
        columns = predictors | {"y": y} | ({"sigma": sigmas} if "weights" in options else {})
        return DataSet(name, model, list(predictors), start, columns, **options)

    def grid(low, high, count):
        return [low + (high - low) * i / (count - 1) for i in range(count)]

    decay = "a*exp(-b*x) + c"
    yield made("weighted", decay, {"a": 5, "b": 0.4, "c": 1}, {"a": 4, "b": 0.5, "c": 0.5}, {"x": grid(0, 10, 30)},
               lambda v: 0.03 * v, weights="relative", new_sigma=0.05)
    yield made("absolute", "v*x/(k + x)", {"v": 200, "k": 0.06}, {"v": 150, "k": 0.1}, {"x": grid(0.02, 1.1, 12)},
               lambda v: 2 + 0.02 * v, weights="absolute", new_sigma=4.0)
    scaled = made("scaled", "v*x/(k + x)", {"v": 200, "k": 0.06}, {"v": 150, "k": 0.1}, {"x": grid(0.02, 1.1, 12)},
                  lambda v: 5, weights="relative", new_sigma=5000.0)
    scaled.columns["sigma"] = [1000 * s for s in scaled.columns["sigma"]]
    yield scaled
    yield made("line", "a + b*x", {"a": -3, "b": 0.7}, {"a": 1, "b": 1}, {"x": grid(1, 20, 20)}, lambda v: 0.5)
    yield made("few", decay, {"a": 5, "b": 0.4, "c": 1}, {"a": 4, "b": 0.5, "c": 0.5}, {"x": [0, 2, 4, 8]},
               lambda v: 0.05)
    yield made("correlated", decay, {"a": 50, "b": 0.02, "c": -45}, {"a": 40, "b": 0.03, "c": -30},
               {"x": grid(0, 10, 40)}, lambda v: 0.002)
    zero = made("zero", "a*sin(w*x + p)", {"a": 2, "w": 1.3, "p": 0}, {"a": 1.5, "w": 1.25, "p": 0.1},
                {"x": grid(-6, 6, 40)}, lambda v: 0.3)
    # The data mirrored in the origin and added, so that the phase is zero but for rounding.
    zero.columns["y"] = [a - b for a, b in zip(zero.columns["y"], zero.columns["y"][::-1])]
    zero.columns["y"][0] += 1e-7
    yield zero
    yield made("offset", "c + a*exp(-((x - m)/s)**2)", {"c": 1e6, "a": 3, "m": 5, "s": 1.5},
               {"c": 999999, "a": 2, "m": 4.5, "s": 1}, {"x": grid(0, 10, 50)}, lambda v: 0.1)
    yield made("tiny", "a*exp(-x/b)", {"a": 3e-12, "b": 4e-12}, {"a": 2e-12, "b": 5e-12}, {"x": grid(0, 1e-11, 25)},
               lambda v: 5e-14)
    yield made("huge", "a*exp(-x/b)", {"a": 3e12, "b": 4e12}, {"a": 2e12, "b": 5e12}, {"x": grid(0, 1e13, 25)},
               lambda v: 5e10)
    dropped = made("dropped", "v/(1 + exp(-(x - m)/s))", {"v": 10, "m": 4, "s": 0.8}, {"v": 8, "m": 5, "s": 1},
                   {"x": grid(0, 9, 28)}, lambda v: 0.2 + 0.01 * v, weights="relative", new_sigma=0.3)
    dropped.columns["y"][3] = dropped.columns["x"][11] = dropped.columns["sigma"][20] = None
    yield dropped
    yield made("plane", "a*x1**b*x2**c", {"a": 0.5, "b": 1.5, "c": -0.7}, {"a": 1, "b": 1, "c": -1},
               {"x1": [1 + i % 6 for i in range(30)], "x2": [2 + i // 6 for i in range(30)]}, lambda v: 0.05)
    yield made("fixed", decay, {"a": 5, "b": 0.4, "c": 1}, {"a": 4, "b": 0.5, "c": 1}, {"x": grid(0, 10, 15)},
               lambda v: 0.1, decimals=2, fixed=["c"])


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def below_diagonal(matrix):
    return [matrix[i][j] for i in range(len(matrix)) for j in range(i)]


def ours(data_set, folder):
    """The JSON document of the command."""
    options = {"none": [], "relative": ["--sigma", "sigma"], "absolute": ["--sigma", "sigma", "--absolute-sigma"]}
    fixed = ["--fix", ",".join(data_set.fixed)] if data_set.fixed else []
    document = json.loads(run(
        MINPACK + ["fit", str(folder / f"{data_set.name}.csv"), "--model", data_set.model, "--start",
                   assignments(data_set.start), "--search", "--json"] + options[data_set.weights] + fixed))
    # The command has them in the order of the formula.
    order = [p["name"] for p in document["parameters"]]
    free = [order.index(name) for name in data_set.free]
    parameters, statistics = [document["parameters"][k] for k in free], document["statistics"]
    return {
        "degrees of freedom": [statistics["degreesOfFreedom"]],
        "estimates": [p["value"] for p in parameters],
        "standard errors": [p["standardError"] for p in parameters],
        "correlations": below_diagonal([[document["correlation"][i][j] for j in free] for i in free]),
        "t intervals": [p[end] for p in parameters for end in ("lower", "upper")],
        "residual deviation": [statistics["residualStandardDeviation"]],
        "R-squared": [statistics["rSquared"]],
        "AIC": [statistics["aic"]],
        "BIC": [statistics["bic"]],
    }


def numbers(lines):
    """What bands.cs and fits.R print: set, quantity and number in each line."""
    found = {}
    for line in lines.splitlines():
        name, quantity, value = line.split("\t")
        found.setdefault(name, {}).setdefault(quantity, []).append(float(value))
    return found


def of_lmfit(data_set):
    """lmfit, with tolerances of 1e-15 and derivatives by complex steps in place of forward differences."""
    data = data_set.rows()
    code = compile(data_set.model, data_set.name, "eval")
    names = {f: getattr(numpy, f) for f in FUNCTIONS + ["arctan"]}
    names |= {p: data[p] for p in data_set.predictors}
    sigma = data.get("sigma", 1.0)
    parameters = lmfit.Parameters()
    for name, value in data_set.start.items():
        parameters.add(name, value=value, vary=name not in data_set.fixed)

    def residuals(p):
        return (eval(code, names, p.valuesdict()) - data["y"]) / sigma

    def derivatives(p):
        at, step = p.valuesdict(), 1e-200
        return numpy.array([
            numpy.imag(eval(code, names, at | {k: complex(at[k], step)})) / step / sigma for k in data_set.free])

    fit = lmfit.Minimizer(residuals, parameters, scale_covar=data_set.weights != "absolute").leastsq(
        Dfun=derivatives, col_deriv=1, ftol=1e-15, xtol=1e-15, gtol=0)
    found = {
        "degrees of freedom": [fit.nfree],
        "estimates": [fit.params[p].value for p in data_set.free],
        "residual deviation": [math.sqrt(fit.redchi)],
    }
    if fit.errorbars:
        errors = [fit.params[p].stderr for p in data_set.free]
        found["standard errors"] = errors
        found["correlations"] = below_diagonal(fit.covar / numpy.outer(errors, errors))
    if data_set.weights != "absolute":
        # lmfit's criteria leave constants out and do not count the variance among the parameters.
        m = fit.ndata
        constants = m * (1 + math.log(2 * math.pi)) + 2 * numpy.sum(numpy.log(sigma * numpy.ones(m)))
        found["AIC"] = [fit.aic + constants + 2]
        found["BIC"] = [fit.bic + constants + math.log(m)]
    return found


def exactly(data_set, start):
    """The least-squares solution near a start, and its statistics as R defines them, with 50 digits."""
    mpmath.mp.dps = 50
    step = mpmath.mpf(10) ** -22
    data = data_set.rows()
    m, n = len(data["y"]), len(data_set.free)
    code = compile(data_set.model, data_set.name, "eval")
    functions = {f: getattr(mpmath, f) for f in FUNCTIONS} | {"arctan": mpmath.atan}
    fixed = {p: mpmath.mpf(data_set.start[p]) for p in data_set.fixed}
    rows = [{p: mpmath.mpf(float(data[p][i])) for p in data_set.predictors} for i in range(m)]
    y = [mpmath.mpf(float(v)) for v in data["y"]]
    variances = [mpmath.mpf(float(v)) ** 2 for v in data.get("sigma", numpy.ones(m))]

    def value_and_gradient(at, row):
        def value(p):
            return eval(code, functions, dict(zip(data_set.free, p)) | fixed | row)

        here = value(at)
        moved = [[p * (1 + step) if k == j else p for j, p in enumerate(at)] for k in range(n)]
        return here, [(value(other) - here) / (p * step) for other, p in zip(moved, at)]

    at = [mpmath.mpf(v) for v in start]
    for _ in range(200):
        values, jacobian = zip(*(value_and_gradient(at, row) for row in rows))
        residuals = [a - b for a, b in zip(y, values)]
        normal = mpmath.matrix(n, n)
        for i in range(n):
            for j in range(n):
                normal[i, j] = mpmath.fsum(g[i] * g[j] / v for g, v in zip(jacobian, variances))
        inverse = normal ** -1
        slope = [mpmath.fsum(g[k] * r / v for g, r, v in zip(jacobian, residuals, variances)) for k in range(n)]
        move = [mpmath.fsum(inverse[i, j] * slope[j] for j in range(n)) for i in range(n)]
        at = [p + d for p, d in zip(at, move)]
        chi2 = mpmath.fsum(r * r / v for r, v in zip(residuals, variances))
        if all(abs(move[k]) < mpmath.mpf(10) ** -18 * mpmath.sqrt(inverse[k, k] * chi2) for k in range(n)):
            break
    else:
        sys.exit(f"{data_set.name}: the exact solution does not converge")

    absolute = data_set.weights == "absolute"
    scale = 1 if absolute else chi2 / (m - n)
    covariance = inverse * scale
    errors = [mpmath.sqrt(covariance[k, k]) for k in range(n)]
    width = mpmath.sqrt(2) * mpmath.erfinv(LEVEL) if absolute else student(m - n)
    mean = mpmath.fsum(a / v for a, v in zip(y, variances)) / mpmath.fsum(1 / v for v in variances)
    total = mpmath.fsum((a - mean) ** 2 / v for a, v in zip(y, variances))
    likely = [v * (1 if absolute else chi2 / m) for v in variances]
    likelihood = -mpmath.fsum(mpmath.log(2 * mpmath.pi * v) + r * r / v for r, v in zip(residuals, likely)) / 2
    count = n + (0 if absolute else 1)
    bands = {"confidence band": [], "prediction band": []}
    for point in zip(*data_set.points().values()):
        row = {p: mpmath.mpf(float(v)) for p, v in zip(data_set.predictors, point)}
        value, g = value_and_gradient(at, row)
        curve = mpmath.fsum(g[i] * covariance[i, j] * g[j] for i in range(n) for j in range(n))
        for band, own in (("confidence band", 0), ("prediction band", scale * mpmath.mpf(data_set.new_sigma) ** 2)):
            half = width * mpmath.sqrt(curve + own)
            bands[band] += [(value - half, half), (value + half, half)]
    return {
        "degrees of freedom": [(m - n, 1)],
        "estimates": list(zip(at, errors)),
        "standard errors": [(e, 0) for e in errors],
        "correlations": [(c, 1) for c in below_diagonal(
            [[covariance[i, j] / errors[i] / errors[j] for j in range(n)] for i in range(n)])],
        "t intervals": [(p + side * width * e, width * e) for p, e in zip(at, errors) for side in (-1, 1)],
        "residual deviation": [(mpmath.sqrt(chi2 / (m - n)), 0)],
        "R-squared": [(1 - chi2 / total, 1)],
        "AIC": [(2 * count - 2 * likelihood, 1)],
        "BIC": [(count * mpmath.log(m) - 2 * likelihood, 1)],
    } | bands


def student(degrees):
    """The factor of a two-sided interval by Student's t."""
    half = mpmath.mpf(degrees) / 2

    def outside(t):
        return mpmath.betainc(half, 0.5, 0, degrees / (degrees + t * t), regularized=True) - (1 - mpmath.mpf(LEVEL))

    return mpmath.findroot(outside, (1, 14), solver="anderson")


def digits(found, expected, reference):
    """The least number of agreeing digits.

    Those of a number near zero are counted from its scale: an estimate's standard error, an interval's half width, and
    one for correlations, R-squared and criteria, whose differences are what matters.
    """
    if found is None or expected is None:
        return None
    least = MOST_DIGITS
    for a, b, (value, scale) in zip(found, expected, reference, strict=True):
        off = abs(mpmath.mpf(a) - b) / max(abs(value), scale)
        if not mpmath.isfinite(off):
            return 0
        least = min(least, float(-mpmath.log10(off)) if off > 0 else MOST_DIGITS)
    return max(least, 0)


def required(quantity, data_set, reference):
    (deviation, _), = reference["residual deviation"]
    data = data_set.rows()
    size = numpy.max(numpy.abs(data["y"] / data.get("sigma", 1.0)))
    left = float(mpmath.log10(deviation / (size * sys.float_info.epsilon)))
    return min(REQUIRED[quantity], left) if quantity in OF_RESIDUALS else REQUIRED[quantity]


def fit_all(sets, folder):
    """The statistics of each set by each program, and the exact ones."""
    for data_set in sets:
        data_set.write(folder)
    (folder / "sets.tsv").write_text("".join(f"{s.line(s.start)}\n" for s in sets))
    with ThreadPoolExecutor(2) as pool:
        r = pool.submit(run, ["Rscript", "--vanilla", str(HERE / "fits.R"), str(folder / "sets.tsv")])
        by_us = {s.name: found for s, found in zip(sets, pool.map(lambda s: ours(s, folder), sets))}
        by_r = numbers(r.result())
    # From our own estimates, so that it ends where the command did.
    ends = [s.start | dict(zip(s.free, by_us[s.name]["estimates"])) for s in sets]
    (folder / "ends.tsv").write_text("".join(f"{s.line(end)}\n" for s, end in zip(sets, ends)))
    for name, bands in numbers(run(["dotnet", "run", str(HERE / "bands.cs"), str(folder / "ends.tsv")])).items():
        by_us[name] |= bands
    exact = {s.name: exactly(s, by_us[s.name]["estimates"]) for s in sets}
    return by_us, by_r, {s.name: of_lmfit(s) for s in sets}, exact


def compare(us, r, of_lmfit, exact):
    """For each quantity the digits of our agreement with R, lmfit and the exact solution, then of theirs with it."""
    compared = {}
    for quantity, reference in exact.items():
        true = [value for value, _ in reference]
        u, by_r, by_l = us[quantity], r[quantity], of_lmfit.get(quantity)
        compared[quantity] = [digits(*pair, reference) for pair in (
            (by_r, u), (by_l, u), (u, true), (by_r, true), (by_l, true))]
    return compared


def failures(data_set, compared, exact):
    for quantity, (with_r, with_lmfit, own, of_r, of_lmfit) in compared.items():
        least = required(quantity, data_set, exact)
        if own < least:
            yield f"{data_set.name}, {quantity}: {own:.1f} digits of the exact solution, {least:.1f} required"
        for name, agreed, right in (("R", with_r, of_r), ("lmfit", with_lmfit, of_lmfit)):
            if agreed is not None and agreed < max(min(least, right - MARGIN), LEAST):
                yield f"{data_set.name}, {quantity}: {agreed:.1f} digits of {name}, which has {right:.1f} of the exact"


def table(first, rows):
    print(f"{first:20}  us-R  us-lmfit  us-exact  R-exact  lmfit-exact")
    for name, columns, *note in rows:
        cells = ["-" if v is None else f"{math.floor(10 * v) / 10:.1f}" for v in columns]
        print("{:20}{:>6}{:>10}{:>10}{:>9}{:>13}".format(name, *cells), *note, sep="   ")
    print()


def least(columns):
    return [min((v for v in column if v is not None), default=None) for column in zip(*columns)]


def main(folder):
    sets = list(nist_sets()) + list(made_sets())
    by_us, by_r, by_lmfit, exact = fit_all(sets, folder)
    compared = {s.name: compare(by_us[s.name], by_r[s.name], by_lmfit[s.name], exact[s.name]) for s in sets}

    print(f"Agreeing digits on {len(sets)} sets: minpack fit --search, R {run(['R', '--version']).split()[2]} "
          f"(nlsLM, nls), lmfit {lmfit.__version__}, exact (50 digits)\n")
    rows = []
    for quantity in REQUIRED:
        worst = min(sets, key=lambda s: compared[s.name][quantity][2]).name
        rows.append((quantity, least(c[quantity] for c in compared.values()), f"ours least in {worst}"))
    table("least of all sets", rows)
    table("least of all for", [(s.name, least(compared[s.name].values())) for s in sets])

    certified = min(
        digits([s.certified[p] for p in s.free], [v for v, _ in exact[s.name]["estimates"]],
               [(v, 0) for v, _ in exact[s.name]["estimates"]]) for s in sets if s.certified)
    print(f"NIST's certified estimates agree with the exact ones to {certified:.1f} digits or more; they have 11.")
    print("Ours and R's AIC and BIC count the variance and have all constants. lmfit's leave those out; they are "
          "added here.")
    bad = [line for s in sets for line in failures(s, compared[s.name], exact[s.name])]
    if certified < 10:
        bad.append("the exact solutions are not NIST's")
    print(*bad, f"{len(bad)} figures agree to fewer digits than required", sep="\n")
    return 1 if bad or len(sets) < 40 else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
