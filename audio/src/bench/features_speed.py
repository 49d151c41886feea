#!/usr/bin/env python3
"""Times one minute of 22.05 kHz sound -> 128 mel bands in dB and 20 MFCC: Vitrine beside librosa's algorithm in SciPy.

    python3 audio/src/bench/features_speed.py --out docs/results/features-speed.md

Two processes take turns; each turn is some computations in a row, of which the middle one's wall time and the whole's
processor time count. Needs numpy and scipy, a JDK, and a machine that does nothing else.
"""
import argparse
import datetime
import os
import platform
import statistics
import subprocess
import sys
import time

RATE, SECONDS, SIZE, HOP, BANDS, COEFFICIENTS = 22050, 60, 2048, 512, 128, 20
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "..", "..", ".."))


# ---- the algorithm of librosa 0.10, as published, with SciPy ----

def mel_filters(np):
    """librosa.filters.mel, Slaney's scale and norm."""
    def hz(mel):
        mel = np.asarray(mel, float)
        return np.where(mel < 15, mel * 200 / 3, 1000 * np.exp(np.log(6.4) / 27 * (mel - 15)))
    top = 15 + np.log(RATE / 2 / 1000) / (np.log(6.4) / 27)
    edges = hz(np.linspace(0, top, BANDS + 2))
    freqs = np.arange(SIZE // 2 + 1) * RATE / SIZE
    rising = (freqs - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - freqs) / (edges[2:] - edges[1:-1])[:, None]
    return np.maximum(0, np.minimum(rising, falling)) * (2 / (edges[2:] - edges[:-2]))[:, None]


def peer(sound_file, threads, precision, times):
    import numpy as np
    import scipy.fft
    sound = np.fromfile(sound_file, np.float32)
    window = (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(SIZE) / SIZE)).astype(precision)
    filters = mel_filters(np).astype(np.float32)

    def features():
        padded = np.pad(sound, SIZE // 2)
        frames = np.lib.stride_tricks.sliding_window_view(padded, SIZE)[::HOP]
        spectra = scipy.fft.rfft(frames * window, axis=-1, workers=threads)
        power = (spectra.real ** 2 + spectra.imag ** 2).astype(np.float32)
        levels = 10 * np.log10(np.maximum(1e-10, filters @ power.T))
        levels = np.maximum(levels, levels.max() - 80)
        return levels, scipy.fft.dct(levels, axis=0, type=2, norm="ortho")[:COEFFICIENTS]

    for _ in sys.stdin:
        wall = []
        cpu = time.process_time()
        for _ in range(times):
            start = time.perf_counter()
            levels, mfcc = features()
            wall.append((time.perf_counter() - start) * 1e3)
        cpu = (time.process_time() - cpu) * 1e3
        print(statistics.median(wall), cpu, np.abs(levels, dtype=float).sum(), np.abs(mfcc, dtype=float).sum(), flush=True)


# ---- taking turns ----

class Runner:
    def __init__(self, command, environment):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env={**os.environ, **environment})

    def ask(self, word):
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit("features_speed.py: a process ended early: " + " ".join(self.process.args[:2]))
        return [float(number) for number in line.split()]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def class_path():
    launcher = os.path.join(ROOT, "target", "launcher")
    subprocess.run([os.path.join(ROOT, "vitrine"), "--help"], check=True, stdout=subprocess.DEVNULL)  # builds it
    with open(os.path.join(launcher, "current")) as current:
        app = current.read().strip()
    with open(os.path.join(launcher, app, "classpath")) as path:
        return path.read().strip()


def vitrine(path, sound, threads, times):
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
    return Runner([java, "-Xmx1g", "-XX:+UseSerialGC",
                   "-Djava.util.concurrent.ForkJoinPool.common.parallelism=%d" % (threads - 1),
                   "-cp", path, os.path.join(HERE, "LogMelTurns.java"), sound + ".wav", str(times)], {})


def scipy_peer(sound, threads, precision, times):
    one = {name: str(threads) for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
    return Runner([sys.executable, os.path.abspath(__file__), "--peer", precision, "--threads", str(threads),
                   "--sound", sound, "--times", str(times)], one)


def write_sound(path):
    import struct
    import numpy as np
    t = np.arange(RATE * SECONDS) / RATE
    noise = np.random.default_rng(1).standard_normal(t.size)
    sound = (0.3 * np.sin(2 * np.pi * (100 + 40 * t) * t) + 0.05 * noise * (1 + np.sin(t))).astype("<f4")
    sound.tofile(path)
    data = sound.tobytes()
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 3, 1, RATE, 4 * RATE, 4, 32,
                       b"data", len(data))
    with open(path + ".wav", "wb") as out:
        out.write(head + data)


def cpu_model():
    with open("/proc/cpuinfo") as info:
        return next(line.split(":")[1].strip() for line in info if line.startswith("model name"))


def same(a, b):
    return all(abs(x - y) <= 1e-4 * abs(y) for x, y in zip(a[2:], b[2:]))


def measure(sound, threads, turns, times, path):
    names = ("Vitrine", "SciPy, float32", "SciPy, float64")
    runners = (vitrine(path, sound, threads, times), scipy_peer(sound, threads, "float32", times),
               scipy_peer(sound, threads, "float64", times))
    for _ in range(3):
        warm = [runner.ask("turn") for runner in runners]
    for name, figures in zip(names[1:], warm[1:]):
        if not same(warm[0], figures):
            sys.exit("features_speed.py: Vitrine and %s compute different numbers: %s" % (name, warm))
    results = [[runner.ask("turn") for runner in runners] for _ in range(turns)]
    parts = [runners[0].ask("parts") for _ in range(3)][-1]
    for runner in runners:
        runner.close()
    rows = []
    for i, name in enumerate(names):
        wall = [turn[i][0] for turn in results]
        cpu = [turn[i][1] / times for turn in results]
        rows.append((name, statistics.median(wall), min(wall), statistics.median(cpu)))
    return rows, parts


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", metavar="FILE", help="the page; its table is replaced")
    options.add_argument("--turns", type=int, default=15)
    options.add_argument("--times", type=int, default=20, help="computations in one turn")
    options.add_argument("--threads", type=int, help=argparse.SUPPRESS)
    options.add_argument("--peer", help=argparse.SUPPRESS)
    options.add_argument("--sound", default="/tmp/features_speed.f32", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.peer:
        return peer(given.sound, given.threads, given.peer, given.times)
    import numpy
    import scipy
    path = class_path()
    write_sound(given.sound)
    before = os.getloadavg()[0]
    lines = ["| threads | program | wall ms (best) | processor ms | Vitrine's wall : its | processor |", "|---|---|---|---|---|---|"]
    parts = []
    for threads in (1, 2):
        rows, part = measure(given.sound, threads, given.turns, given.times, path)
        parts.append(part)
        for name, wall, best, cpu in rows:
            lines.append("| %d | %s | %.1f (%.1f) | %.1f | %.2f | %.2f |" % (
                threads, name, wall, best, cpu, rows[0][1] / wall, rows[0][3] / cpu))
    for name in ("", ".wav"):
        os.remove(given.sound + name)
    java = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr.splitlines()[0]
    lines += ["", "%s, %d cores, load %.1f before; %s; Python %s, NumPy %s, SciPy %s; %s. Middle of %d turns of %d"
              " computations." % (cpu_model(), os.cpu_count(), before, java, platform.python_version(),
                                  numpy.__version__, scipy.__version__, datetime.date.today(), given.turns, given.times)]
    if before > 1.5:
        lines.append("**Taken under load**: wall times are too long, all of them.")
    lines += ["", "| part (one thread) | ms |", "|---|---|"]
    lines += ["| %s | %.1f |" % row for row in zip(
        ("the Fourier transforms alone (JTransforms)", "mel power, with them", "levels in dB", "MFCC"), parts[0])]
    text = "\n".join(lines) + "\n"
    print(text)
    if given.out:
        with open(given.out) as page:
            old = page.read()
        head, rest = old.split("<!-- figures -->\n", 1)
        tail = rest.split("<!-- end of figures -->\n", 1)[1]
        with open(given.out + ".new", "w") as page:
            page.write(head + "<!-- figures -->\n" + text + "<!-- end of figures -->\n" + tail)
        os.replace(given.out + ".new", given.out)


if __name__ == "__main__":
    main()
