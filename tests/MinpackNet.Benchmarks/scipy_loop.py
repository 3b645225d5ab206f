"""Times SciPy's leastsq on the workloads of libminpack_compare, and its least_squares, for the program beside it.

Usage: scipy_loop.py LIBRARY. Each line on standard input is one request and gets one line of json:
    solve NAME jacobian|differences MAXFEV COUNT    seconds of COUNT solves, and x of the last
    fits NAME COUNT                                 seconds of COUNT fits, one to each data set, and x of the last
    errors NAME COUNT                               the same by curve_fit, with the standard errors
    bounded NAME COUNT                              seconds of COUNT solves by trf, and x of the last
    tridiagonal N jacobian|structure|box COUNT      the same of COUNT sparse solves of Broyden's problem
    model NAME values|derivatives M COUNT           seconds of COUNT evaluations at M points, and sums of the last
    curve NAME jacobian|differences M COUNT         seconds of COUNT calls of curve_fit, and what the last one finds
    version                                         what runs here
"""
import ctypes
import json
import os
import sys
import time
import warnings

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is loaded

import numpy as np
import scipy
from scipy.optimize import curve_fit, least_squares, leastsq
from scipy.sparse import diags


class Workload(ctypes.Structure):
    """workload of native/benchmarks/workload.h, with its curve_shape."""

    _fields_ = [
        ("function", ctypes.c_void_p),
        ("m", ctypes.c_int32),
        ("n", ctypes.c_int32),
        ("start", ctypes.POINTER(ctypes.c_double)),
        ("points", ctypes.POINTER(ctypes.c_double)),
        ("data", ctypes.POINTER(ctypes.c_double)),
        ("truth", ctypes.POINTER(ctypes.c_double)),
        ("decays", ctypes.c_int32),
        ("peaks", ctypes.c_int32),
        ("powers", ctypes.c_int32),
    ]


# ---- The models, each written for its problem as one writes them for SciPy. The Jacobians are by columns: n x m. ----


def rosenbrock(_):
    def residuals(b, y):
        return np.array([10 * (b[1] - b[0] ** 2), 1 - b[0]])

    def jacobian(b, y):
        return np.array([[-20 * b[0], -1.0], [10.0, 0.0]])

    return residuals, jacobian


def misra1a(t):
    def residuals(b, y):
        return b[0] * (1 - np.exp(-b[1] * t)) - y

    def jacobian(b, y):
        decay = np.exp(-b[1] * t)
        return np.array([1 - decay, b[0] * t * decay])

    return residuals, jacobian


def exponentials(t):
    def residuals(b, y):
        return b[0] * np.exp(-b[1] * t) + b[2] * np.exp(-b[3] * t) - y

    def jacobian(b, y):
        first = np.exp(-b[1] * t)
        second = np.exp(-b[3] * t)
        return np.array([first, -b[0] * t * first, second, -b[2] * t * second])

    return residuals, jacobian


def peak_columns(t, size, center, width):
    z = (t - center) / width
    peak = np.exp(-z * z)
    slope = 2 * size / width * peak * z
    return [peak, slope, slope * z]


def gaussian(t):
    ones = np.ones_like(t)

    def residuals(b, y):
        z = (t - b[1]) / b[2]
        return b[0] * np.exp(-z * z) + b[3] + b[4] * t - y

    def jacobian(b, y):
        return np.array(peak_columns(t, *b[:3]) + [ones, t])

    return residuals, jacobian


def gauss1(t):
    def residuals(b, y):
        first = (t - b[3]) / b[4]
        second = (t - b[6]) / b[7]
        return b[0] * np.exp(-b[1] * t) + b[2] * np.exp(-first * first) + b[5] * np.exp(-second * second) - y

    def jacobian(b, y):
        decay = np.exp(-b[1] * t)
        return np.array([decay, -b[0] * t * decay] + peak_columns(t, *b[2:5]) + peak_columns(t, *b[5:8]))

    return residuals, jacobian


def gaussians(t):
    """Peaks, and a constant when there is a parameter left for it."""

    def shapes(b):
        end = len(b) // 3 * 3
        z = (t - b[1:end:3, None]) / b[2:end:3, None]
        return z, np.exp(-z * z), end

    def residuals(b, y):
        _, peaks, end = shapes(b)
        return b[0:end:3] @ peaks + b[end:].sum() - y

    def jacobian(b, y):
        z, peaks, end = shapes(b)
        columns = np.ones((len(b), len(t)))
        columns[0:end:3] = peaks
        columns[1:end:3] = (2 * b[0:end:3] / b[2:end:3])[:, None] * peaks * z
        columns[2:end:3] = columns[1:end:3] * z
        return columns

    return residuals, jacobian


def ridge(matrix):
    def residuals(b, y):
        z = b @ matrix
        return z + z**3 / 20 - y

    def jacobian(b, y):
        z = b @ matrix
        return matrix * (1 + 3 * z * z / 20)

    return residuals, jacobian


# ---- The models of one point after the other, values alone, and values with derivatives by columns. ----


def decay(x):
    def values(b):
        return b[0] * np.exp(-x / b[1]) + b[2]

    def both(b):
        e = np.exp(-x / b[1])
        scaled = b[0] * e
        return scaled + b[2], np.array([e, scaled * x / (b[1] * b[1]), np.ones_like(x)])

    return values, both


def two_peaks(x):
    residuals, jacobian = gauss1(x)
    return lambda b: residuals(b, 0.0), lambda b: (residuals(b, 0.0), jacobian(b, 0.0))


def rational(x):
    def values(b):
        x2 = x * x
        x3 = x2 * x
        return (b[0] + b[1] * x + b[2] * x2 + b[3] * x3) / (1 + b[4] * x + b[5] * x2 + b[6] * x3)

    def both(b):
        x2 = x * x
        x3 = x2 * x
        d = 1 / (1 + b[4] * x + b[5] * x2 + b[6] * x3)
        v = (b[0] + b[1] * x + b[2] * x2 + b[3] * x3) * d
        s = -v * d
        return v, np.array([d, x * d, x2 * d, x3 * d, s * x, s * x2, s * x3])

    return values, both


def waves(x):
    turn = 2 * np.pi * x

    def values(b):
        y = b[0] + b[1] * np.cos(turn / 12) + b[2] * np.sin(turn / 12)
        for j in (3, 6):
            y = y + b[j + 1] * np.cos(turn / b[j]) + b[j + 2] * np.sin(turn / b[j])
        return y

    def both(b):
        c, s = np.cos(turn / 12), np.sin(turn / 12)
        y, columns = b[0] + b[1] * c + b[2] * s, [np.ones_like(x), c, s]
        for j in (3, 6):
            angle = turn / b[j]
            c, s = np.cos(angle), np.sin(angle)
            y = y + b[j + 1] * c + b[j + 2] * s
            columns += [(b[j + 1] * s - b[j + 2] * c) * angle / b[j], c, s]
        return y, np.array(columns)

    return values, both


def ten_peaks(x):
    residuals, jacobian = gaussians(x)
    return lambda b: residuals(b, 0.0), lambda b: (residuals(b, 0.0), jacobian(b, 0.0))


MODELS = {
    "decay": (decay, 10, [5, 2.5, 0.5]),
    "two_peaks": (two_peaks, 250, [97, 0.009, 100, 65, 20, 70, 178, 16.5]),
    "rational": (rational, 800, [1.08, -0.1227, 0.00409, -1.43e-06, -0.00576, 2.4e-4, -1.23e-7]),
    "waves": (waves, 168, [10.5, 3.08, 0.53, 44.3, -1.6, 0.5, 26.9, 0.2, -1.5]),
    "ten_peaks": (ten_peaks, 100, [value for k in range(10) for value in (3 + k, 5 + 10 * k, 2 + 0.1 * k)]),
}


# ---- The requests ----


def view(pointer, *shape):
    return np.ctypeslib.as_array(pointer, shape=shape)


def solve(library, name, derivatives, maxfev, count):
    workload = library.compare_workload(name.encode()).contents
    start, y = view(workload.start, workload.n), view(workload.data, workload.m)
    family = name.split("-")[0]
    points = [workload.n, workload.m] if family == "ridge" else [workload.m]
    residuals, jacobian = globals()[family](view(workload.points, *points))
    how = {"Dfun": jacobian, "col_deriv": True} if derivatives == "jacobian" else {}

    begin = time.perf_counter()
    for _ in range(count):
        x, _ = leastsq(residuals, start, args=(y,), maxfev=maxfev, **how)
    return time.perf_counter() - begin, x


def bounded(library, name, count):
    workload = library.compare_workload(name.encode()).contents
    start, y = view(workload.start, workload.n), view(workload.data, workload.m)
    residuals, jacobian = globals()[name.split("-")[0]](view(workload.points, workload.m))

    def rows(b, y):
        return jacobian(b, y).T

    begin = time.perf_counter()
    for _ in range(count):
        x = least_squares(residuals, start, rows, bounds=(-1e6, 1e6), x_scale="jac", args=(y,)).x
    return time.perf_counter() - begin, x


def fits(library, name, count):
    workload = library.compare_workload(name.encode()).contents
    sets = np.empty((count, workload.m))
    library.compare_data_sets(ctypes.byref(workload), count, sets.ctypes.data_as(ctypes.c_void_p))
    start = view(workload.start, workload.n)
    residuals, jacobian = globals()[name.split("-")[0]](view(workload.points, workload.m))

    begin = time.perf_counter()
    for y in sets:
        x, _ = leastsq(residuals, start, args=(y,), Dfun=jacobian, col_deriv=True)
    return time.perf_counter() - begin, x


def errors(library, name, count):
    workload = library.compare_workload(name.encode()).contents
    sets = np.empty((count, workload.m))
    library.compare_data_sets(ctypes.byref(workload), count, sets.ctypes.data_as(ctypes.c_void_p))
    start, points = view(workload.start, workload.n), view(workload.points, workload.m)
    residuals, jacobian = globals()[name.split("-")[0]](points)

    begin = time.perf_counter()
    for y in sets:
        x, covariance = curve_fit(
            lambda t, *b: residuals(b, 0.0), points, y, start, jac=lambda t, *b: jacobian(b, 0.0).T)
        np.sqrt(np.diag(covariance))
    return time.perf_counter() - begin, x


def model(name, what, m, count):
    make, span, b = MODELS[name]
    b = np.array(b, float)
    values, both = make((np.arange(m) + 0.5) * span / m)
    begin = time.perf_counter()
    for _ in range(count):
        result = values(b) if what == "values" else both(b)
    seconds = time.perf_counter() - begin
    return seconds, [result.sum()] if what == "values" else [result[0].sum(), *result[1].sum(axis=1)]


def curve(name, derivatives, m, count):
    make, span, b = MODELS[name]
    x = (np.arange(m) + 0.5) * span / m
    values, both = make(x)
    b = np.array(b, float)
    y = values(b) + 0.1 * ((np.arange(m) * 0.6180339887498949) % 1 - 0.5)
    start = b * (1 + 0.05 * (-1) ** np.arange(len(b)))
    how = {"jac": lambda x, *b: both(np.array(b))[1].T} if derivatives == "jacobian" else {}

    def f(x, a, b, c):
        return a * np.exp(-x / b) + c

    begin = time.perf_counter()
    for _ in range(count):
        fit, covariance = curve_fit(f if name == "decay" else lambda x, *b: values(np.array(b)), x, y, start, **how)
    seconds = time.perf_counter() - begin
    return seconds, [*fit, *np.sqrt(np.diag(covariance))]


def tridiagonal(n, way, count):
    def residuals(x):
        f = (3 - 2 * x) * x + 1
        f[1:] -= x[:-1]
        f[:-1] -= 2 * x[1:]
        return f

    below, above = np.full(n - 1, -1.0), np.full(n - 1, -2.0)

    def jacobian(x):
        return diags([below, 3 - 4 * x, above], [-1, 0, 1], format="csr")

    start = np.full(n, -1.0)
    lower, upper = np.full(n, -2.0), np.full(n, 5.0)
    lower[1::4], upper[::3] = -1.3, -0.8
    options = {
        "jacobian": {"jac": jacobian},
        "structure": {"jac_sparsity": jacobian(start)},
        "box": {"jac": jacobian, "bounds": (lower, upper)},
    }[way]
    begin = time.perf_counter()
    for _ in range(count):
        x = least_squares(residuals, start, **options).x
    return time.perf_counter() - begin, x


def answer(library, request):
    verb, *rest = request.split()
    if verb == "version":
        return f"Python {sys.version.split()[0]}, SciPy {scipy.__version__}, NumPy {np.__version__}"
    if verb == "solve":
        name, derivatives, maxfev, count = rest
        seconds, x = solve(library, name, derivatives, int(maxfev), int(count))
    elif verb == "bounded":
        name, count = rest
        seconds, x = bounded(library, name, int(count))
    elif verb == "errors":
        name, count = rest
        seconds, x = errors(library, name, int(count))
    elif verb == "model":
        name, what, m, count = rest
        seconds, x = model(name, what, int(m), int(count))
    elif verb == "curve":
        name, derivatives, m, count = rest
        seconds, x = curve(name, derivatives, int(m), int(count))
    elif verb == "tridiagonal":
        n, way, count = rest
        seconds, x = tridiagonal(int(n), way, int(count))
    else:
        name, count = rest
        seconds, x = fits(library, name, int(count))
    return {"seconds": seconds, "x": list(x)}


def main():
    library = ctypes.CDLL(sys.argv[1])
    library.compare_workload.restype = ctypes.POINTER(Workload)
    warnings.simplefilter("ignore")  # of a limit of evaluations that was meant
    for request in sys.stdin:
        print(json.dumps(answer(library, request)), flush=True)


main()
