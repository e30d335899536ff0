"""SciPy's k-d tree on the points of a file: nearest neighbours and pairs to a radius, best of three.

scipy_peer.py POINTS.f64 RADIUS -> one line of JSON; exit 1 where SciPy is not installed.
"""
import json
import sys
import time

try:
    import numpy
    from scipy.spatial import cKDTree
except ImportError:
    sys.exit(1)


def best_of_three(work):
    times = []
    for _ in range(3):
        start = time.perf_counter()
        result = work()
        times.append(1000.0 * (time.perf_counter() - start))
    return min(times), float(result)


points = numpy.fromfile(sys.argv[1]).reshape(-1, 2)
radius = float(sys.argv[2])
nearest_ms, nearest = best_of_three(lambda: cKDTree(points).query(points, k=2)[0][:, 1].sum())


def pairs():
    tree = cKDTree(points)
    return (tree.count_neighbors(tree, radius) - len(points)) / 2


pairs_ms, count = best_of_three(pairs) if len(points) <= 100_000 else (None, 0.0)
print(json.dumps({"nearest_ms": nearest_ms, "nearest_sum": nearest, "pairs_ms": pairs_ms, "pairs": count}))
