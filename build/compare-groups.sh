#!/usr/bin/env bash
# Fits the groups of a large file with the command, and a tenth of them with pandas and SciPy: rows, seconds, groups a
# second, and peak memory of each. Takes the number of groups; 200000 without, of 50 rows each. Needs python3-scipy and
# python3-pandas.
set -euo pipefail
cd "$(dirname "$0")/.."

groups=${1:-200000}
python=${PYTHON:-/usr/bin/python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

dotnet build -c Release src/MinpackNet.Cli -v q >"$folder/build" 2>&1 || { cat "$folder/build"; exit 1; }
"$python" - "$groups" "$folder" <<'PY'
import sys
import numpy as np
groups, folder = int(sys.argv[1]), sys.argv[2]
random = np.random.default_rng(1)
t = np.linspace(0, 10, 50)
places = ['%.4f' % value for value in t]
with open(folder + '/all.csv', 'w') as every, open(folder + '/tenth.csv', 'w') as tenth:
    for file in (every, tenth):
        file.write('run,t,y\n')
    for run in range(groups):
        a, k = 5 + 5 * random.random(), 0.2 + random.random()
        y = a * np.exp(-k * t) + 0.5 + 0.05 * random.standard_normal(50)
        rows = ''.join('r%d,%s,%.5f\n' % (run, place, value) for place, value in zip(places, y))
        every.write(rows)
        if run < groups // 10:
            tenth.write(rows)
PY
cat >"$folder/peer.py" <<'PY'
import resource, sys, time
import numpy as np, pandas
from scipy.optimize import curve_fit
begin = time.perf_counter()
rows = pandas.read_csv(sys.argv[1])
fits = []
for run, group in rows.groupby('run', sort=False):
    estimates, covariance = curve_fit(
        lambda t, a, k, c: a * np.exp(-k * t) + c, group['t'].values, group['y'].values, p0=(5, 0.5, 0))
    fits.append((run, *estimates, *np.sqrt(np.diag(covariance))))
pandas.DataFrame(fits).to_csv(sys.argv[2], index=False)
seconds = time.perf_counter() - begin
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print('pandas and SciPy: %d rows, %d groups, %.1f s, %.0f groups a second, peak memory %.0f MiB'
      % (len(rows), len(fits), seconds, len(fits) / seconds, memory))
PY
dotnet artifacts/bin/MinpackNet.Cli/release/minpack.dll fit "$folder/all.csv" --by run --model "a*exp(-k*t) + c" \
    --start a=5,k=0.5,c=0 --out "$folder/fits.csv"
"$python" "$folder/peer.py" "$folder/tenth.csv" "$folder/peer.csv"
"$python" - "$folder" <<'PY'
import sys
import pandas
ours = pandas.read_csv(sys.argv[1] + '/fits.csv')
peer = pandas.read_csv(sys.argv[1] + '/peer.csv')
ours = ours.head(len(peer))
assert (ours['run'] == peer['0']).all()
columns = (('a', '1'), ('k', '2'), ('k_error', '5'))
difference = max(abs(ours[name] / peer[column] - 1).max() for name, column in columns)
print('largest relative difference of a, k and the error of k in these: %.1e' % difference)
PY
