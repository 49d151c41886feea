#!/usr/bin/env python3
"""Softmax regression on log-mel statistics of ESC-10, official folds, written a second time with NumPy and SciPy.

    python3 docs/results/esc_linear.py ESC-50

Says which settings make it better or worse: bands, frame, floor, whether the level of a clip is left in, and the ridge
penalty. Every row is fitted to the end (L-BFGS), on all four other folds, scaled by them. Sounds are read by flac.
"""
import csv
import subprocess
import sys

import numpy as np
from scipy.optimize import minimize

RATE = 16000
CLASSES = 10
PENALTIES = [0.02, 0.2, 2, 10, 20, 50, 200]
# n_fft, hop, mel bands, level left in, decibels kept below the loudest (0: all), floor of the power
SETTINGS = [
    (512, 256, 40, False, 80, 1e-10),
    (512, 256, 40, True, 80, 1e-10),
    (512, 256, 40, False, 0, 1e-10),
    (512, 256, 40, True, 0, 1e-10),
    (512, 256, 40, True, 0, 1e-6),
    (1024, 512, 40, True, 0, 1e-10),
    (1024, 512, 64, True, 0, 1e-10),
    (2048, 512, 64, True, 80, 1e-10),
]


def read(path):
    raw = ["flac", "-dcs", "--force-raw-format", "--endian=little", "--sign=signed", path]
    return np.frombuffer(subprocess.run(raw, capture_output=True, check=True).stdout, "<i2") / 32768


def mel(hz):
    hz = np.asarray(hz, float)
    return np.where(hz >= 1000, 15 + np.log(np.maximum(hz, 1e-9) / 1000) / (np.log(6.4) / 27), hz * 3 / 200)


def hertz(m):
    return np.where(m >= 15, 1000 * np.exp((np.log(6.4) / 27) * (m - 15)), m * 200 / 3)


def filters(n_fft, bands):
    f = np.fft.rfftfreq(n_fft, 1 / RATE)
    p = hertz(np.linspace(0, mel(RATE / 2), bands + 2))
    rising = (f - p[:-2, None]) / (p[1:-1] - p[:-2])[:, None]
    falling = (p[2:, None] - f) / (p[2:] - p[1:-1])[:, None]
    return np.maximum(0, np.minimum(rising, falling)) * (2 / (p[2:] - p[:-2]))[:, None]


def power(x, n_fft, hop):
    x = np.pad(x, n_fft // 2)
    frames = np.lib.stride_tricks.sliding_window_view(x, n_fft)[::hop]
    return np.abs(np.fft.rfft(frames * np.hanning(n_fft + 1)[:-1])) ** 2


def statistics(sounds, n_fft, hop, bands, level, keep, floor):
    weights = filters(n_fft, bands)
    rows = []
    for x in sounds:
        x = x if level else x / max(1e-9, np.abs(x).max())
        db = 10 * np.log10(np.maximum(floor, power(x, n_fft, hop) @ weights.T))
        db = np.maximum(db, db.max() - keep) if keep else db
        rows.append(np.concatenate([db.mean(0), db.std(0), db.max(0)]))
    return np.array(rows)


def fit(z, labels, penalty):
    truth = np.eye(CLASSES)[labels]

    def loss(flat):
        w = flat.reshape(z.shape[1], CLASSES)
        s = z @ w
        s -= s.max(1, keepdims=True)
        p = np.exp(s) / np.exp(s).sum(1, keepdims=True)
        ridge = w.copy()
        ridge[-1] = 0
        entropy = -np.log(p[np.arange(len(labels)), labels] + 1e-300).sum()
        return entropy + penalty / 2 * (ridge**2).sum(), (z.T @ (p - truth) + penalty * ridge).ravel()

    start = np.zeros(z.shape[1] * CLASSES)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 1000})
    return found.x.reshape(z.shape[1], CLASSES)


def accuracy(rows, labels, folds, penalty):
    right = 0
    for fold in range(1, 6):
        train = folds != fold
        mean, deviation = rows[train].mean(0), rows[train].std(0)
        deviation[deviation == 0] = 1
        z = np.hstack([(rows - mean) / deviation, np.ones((len(rows), 1))])
        right += ((z[~train] @ fit(z[train], labels[train], penalty)).argmax(1) == labels[~train]).sum()
    return 100 * right / len(labels)


def main(folder):
    with open(folder + "/meta/esc50.csv", encoding="utf-8") as table:
        clips = [row for row in csv.DictReader(table) if row["esc10"] == "True"]
    names = sorted({row["category"] for row in clips})
    labels = np.array([names.index(row["category"]) for row in clips])
    folds = np.array([int(row["fold"]) for row in clips])
    sounds = [read(folder + "/audio/" + row["filename"].replace(".wav", ".flac")) for row in clips]
    print("penalty", *PENALTIES, sep=" | ")
    for setting in SETTINGS:
        rows = statistics(sounds, *setting)
        print(setting, *(f"{accuracy(rows, labels, folds, p):.1f}" for p in PENALTIES), sep=" | ", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
