"""Fits a*exp(-x/b) + c to a CSV file of x and y, as a short script does. Prints the estimates.

Usage: scipy_command.py FILE A B C, the start values.
"""
import json
import sys

import numpy as np
from scipy.optimize import curve_fit

x, y = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1, unpack=True)
estimates, covariance = curve_fit(
    lambda x, a, b, c: a * np.exp(-x / b) + c, x, y, [float(value) for value in sys.argv[2:]])
errors = np.sqrt(np.diag(covariance))
print(json.dumps(estimates.tolist()))
