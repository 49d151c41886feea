#!/usr/bin/env python3
"""Writes a table of finished runs in Markdown: python3 runs_table.py RUN... (Python 3 alone).

Each RUN is a folder that `vitrine train` made. Accuracy is per clip, over the test parts of all folds, each clip judged
by the fold that has not seen it; intervals are those of Clopper and Pearson at 95 %.
"""
import csv
import json
import math
import pathlib
import sys


def at_most(k, n, p):
    """The probability of k or fewer of n."""
    return sum(math.comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k + 1))


def root(falling, low=0.0, high=1.0):
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if falling(middle) > 0 else (low, middle)
    return (low + high) / 2


def interval(k, n):
    low = 0.0 if k == 0 else root(lambda p: 0.025 - (1 - at_most(k - 1, n, p)))
    high = 1.0 if k == n else root(lambda p: at_most(k, n, p) - 0.025)
    return f"{100 * k / n:.1f} % ({100 * low:.1f} to {100 * high:.1f})"


def counts(score):
    table = score["clips"]
    return sum(table[i][i] for i in range(len(table))), sum(map(sum, table))


def balanced(score):
    rows = [(i, row) for i, row in enumerate(score["clips"]) if sum(row)]
    return sum(row[i] / sum(row) for i, row in rows) / len(rows)


def line(folder):
    config = json.loads((folder / "config.json").read_text())
    results = json.loads((folder / "results.json").read_text())
    plan = config["plan"]
    folds = [k / n for k, n in map(counts, results["folds"])]
    mean = sum(folds) / len(folds)
    spread = math.sqrt(sum((f - mean) ** 2 for f in folds) / max(1, len(folds) - 1))
    with open(folder / "metrics.csv", newline="") as file:
        last = [row for row in csv.DictReader(file) if float(row["epoch"]) == plan["epochs"]]
    train = sum(float(row["train_part_accuracy"]) for row in last) / len(last)
    k, n = counts(results["score"])
    words = {key: pathlib.PurePath(value).name for key, value in config["settings"].items() if value}
    setting = ", ".join(f"{key} {value}" for key, value in sorted(words.items()))
    return (
        f"| {setting} | {plan['seed']} | {interval(k, n)} | {100 * balanced(results['score']):.1f} % "
        f"| {100 * mean:.1f} ± {100 * spread:.1f} % | {100 * train:.1f} %, {100 * (train - k / n):+.1f} "
        f"| {interval(*counts(results['baseline']))} | {plan['epochs']} × {plan['stepsPerEpoch']} × {plan['batch']} |"
    )


print("| settings | seed | held-out clips | balanced | folds | training clips, gap | linear model | epochs × steps × batch |")
print("|---|---|---|---|---|---|---|---|")
for name in sys.argv[1:]:
    print(line(pathlib.Path(name)))
