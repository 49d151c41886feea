#!/usr/bin/env python3
"""Makes the figures of performance.md again, on a machine that does nothing else: python3 docs/results/performance.py

    --alone CMD      a command that runs another with the machine to itself; put before each measurement
    --peers LIST     torch,tf (the default), or some of them, or none
    --seconds S      time each tool and work three times for S seconds (3)
    --reuse          take what an earlier call left in target/performance, and measure only what is missing

Measurements are kept as JSON in target/performance; the part of the page between its two marks is written anew, and the
charts beside it. Python 3 alone.
"""
import argparse
import datetime
import json
import pathlib
import platform
import shutil
import statistics
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
KEPT = ROOT / "target" / "performance"
WORKS = ["W1", "W2", "W3", "W4", "W5"]
COLD_STARTS = 7


def measured(name, alone, reuse, *words):
    file = KEPT / f"{name}.json"
    if not (reuse and file.exists()):
        command = [*alone, str(ROOT / "vitrine"), "bench", *words, "--device", "opencl", "--json", str(file)]
        subprocess.run(command, cwd=ROOT, check=True)
    return json.loads(file.read_text())


def figures(peers, seconds, alone, reuse):
    compare = ["--compare", peers] if peers != "none" else []
    cold = [measured(f"cold-{i}", alone, reuse, "--works", "W1", "--steps", "1") for i in range(COLD_STARTS)]
    steps = measured("steps", alone, reuse, "--works", "W1", "--steps", "30")
    sizes = measured("sizes", alone, reuse, "--works", "W1", "--scaling", "--seconds", seconds, "--out", str(KEPT))
    odd = measured("odd", alone, reuse, "--odd")
    works = {w: measured(w, alone, reuse, "--works", w, "--seconds", seconds, *compare) for w in WORKS}
    return works, cold, steps, sizes, odd


def middle(turns, ratio):
    return sorted(turns, key=ratio)[len(turns) // 2]


def spread(turns, ratio):
    values = sorted(ratio(turn) for turn in turns)
    return f"{values[0]:.2f} to {values[-1]:.2f}"


def to_best(turn):
    return turn["ours"]["median"] / min(peer["step"]["median"] for peer in turn["peers"])


def beside(works):
    lines = ["| work | network, items | Vitrine ms | tool (threads) | ms | ratio | of the turns |", "|---|---|---|---|---|---|---|"]
    for work, file in works.items():
        turns = file["compared"][0]["turns"]
        ours = middle(turns, to_best)["ours"]
        name = f"{work} | {NETWORKS[work]}, {file['results'][0]['size']['batch']} | {ours['median']:.2f}"
        for i, peer in enumerate(turns[0]["peers"]):
            def ratio(turn):
                return turn["ours"]["median"] / turn["peers"][i]["step"]["median"]
            there = middle(turns, ratio)["peers"][i]
            title = {"TORCH": "PyTorch", "TENSORFLOW": "TensorFlow"}[there["tool"]]
            lines.append(f"| {name} | {title} ({there['threads']}) | {there['step']['median']:.2f} "
                         f"| {ratio(middle(turns, ratio)):.2f} | {spread(turns, ratio)} |")
            name = " | | "
        if len(turns[0]["peers"]) > 1:
            lines.append(f"| | | | the best of each turn | | **{to_best(middle(turns, to_best)):.2f}** | {spread(turns, to_best)} |")
    return lines


NETWORKS = {"W1": "cats-dogs", "W2": "audioset-image", "W3": "music-speech-256", "W4": "nsynth-minimal", "W5": "esc-raw"}


def items(works):
    lines = ["| one item in | Vitrine ms | tool | ms | ratio | of the turns |", "|---|---|---|---|---|---|"]
    for work, file in works.items():
        turns = file["compared"][0]["turns"]
        for i, peer in enumerate(turns[0]["peers"]):
            def ratio(turn):
                return turn["item"]["median"] / turn["peers"][i]["item"]["median"]
            turn = middle(turns, ratio)
            title = {"TORCH": "PyTorch", "TENSORFLOW": "TensorFlow"}[peer["tool"]]
            lines.append(f"| {work} | {turn['item']['median']:.2f} | {title} | {turn['peers'][i]['item']['median']:.2f} "
                         f"| {ratio(turn):.2f} | {spread(turns, ratio)} |")
    return lines


def parts(works):
    lines = ["| work | launches | forward ms | backward ms | update ms | GFLOP/s | of the most | least possible ms |",
             "|---|---|---|---|---|---|---|---|"]
    for work, file in works.items():
        result = file["results"][0]
        split, size, most = result["split"], result["size"], result["roof"]["operations"]
        speed = size["operations"] / result["step"]["median"] * 1e3
        lines.append(f"| {work} | {result['launches']} | {split['forward']['median']:.2f} | {split['backward']['median']:.2f} "
                     f"| {split['update']['median']:.2f} | {speed / 1e9:.0f} | {100 * speed / most:.0f} % "
                     f"| {size['operations'] / most * 1e3:.2f} |")
    return lines


def sizes_table(points, name):
    last = points[-1]
    rule = last["step"]["median"] / last["size"]
    return [f"| {name} | " + " | ".join(f"{p['size']:,}" for p in points) + " |", "|---" * (len(points) + 1) + "|",
            "| ms | " + " | ".join(f"{p['step']['median']:.2f}" for p in points) + " |",
            "| of what the largest would make of it | "
            + " | ".join(f"{p['step']['median'] / (rule * p['size']):.2f}" for p in points) + " |"]


def shapes(odd):
    lines = ["| layer, items | output GFLOP/s | of the roof | input's gradient | | weights' gradient | |", "|---|---|---|---|---|---|---|"]
    for shape in odd["shapes"]:
        parts = [f"{p['gigaflops']:.1f} | {100 * p['floorMilliseconds'] / p['milliseconds']:.0f} %"
                 for p in (shape["forward"], shape["data"], shape["weights"])]
        lines.append(f"| {shape['words']} | {' | '.join(parts)} |")
    return lines


def machine(works):
    first = works["W1"]
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    peers = {f"{'PyTorch' if p['tool'] == 'TORCH' else 'TensorFlow'} {p['version']}"
             for w in works.values() for c in w["compared"] for p in c["turns"][0]["peers"]}
    return f"{first['results'][0]['device']}; {model}; {first['version']}; {', '.join(sorted(peers)) or 'no other tool'}"


def text(works, cold, steps, sizes, odd):
    roof = works["W1"]["results"][0]["roof"]
    begun = [each["works"][0]["firstStepSeconds"] for each in cold]
    run, size = steps["works"][0], sizes["works"][0]
    lines = [f"Measured on {datetime.date.today()} by `python3 docs/results/performance.py`: {machine(works)}.", ""]
    if works["W1"]["compared"]:
        lines += [*beside(works), "", *items(works), ""]
    lines += [*parts(works), "",
              f"The most that the device was measured to do in the same run: {roof['operations'] / 1e9:.0f} GFLOP/s, "
              f"{roof['memoryBytes'] / 1e9:.0f} GB/s from memory, {roof['cacheBytes'] / 1e9:.0f} GB/s from caches, "
              f"{roof['launchSeconds'] * 1e6:.1f} µs a launch.", "",
              f"From the start of `./vitrine` to the end of the first step of W1, with kernels that were compiled before: "
              f"**{statistics.median(begun):.2f} s** ({min(begun):.2f} to {max(begun):.2f}, {len(begun)} starts). "
              f"The most memory that the process holds in {run['steps']} steps of W1: **{run['peakMegabytes']:.0f} MB**.", "",
              f"What a step of W1 costs by the batch and, with {size['batch']} items, by the length:", "",
              *sizes_table(size["batches"], "batch"), "", *sizes_table(size["lengths"], "samples"), "",
              "![time of a step by the batch](performance-by-batch.svg)", "",
              "![time of a step by the length](performance-by-length.svg)", "",
              "Layers of shapes that no work has (k taps, s stride, d dilation, g groups):", "", *shapes(odd), ""]
    return "\n".join(lines)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--alone", default="")
    options.add_argument("--peers", default="torch,tf")
    options.add_argument("--seconds", default="3")
    options.add_argument("--reuse", action="store_true")
    chosen = options.parse_args()
    KEPT.mkdir(parents=True, exist_ok=True)
    alone = chosen.alone.split()
    made = text(*figures(chosen.peers, chosen.seconds, alone, chosen.reuse))
    for chart in ("by-batch", "by-length"):
        shutil.copy(KEPT / f"w1-{chart}.svg", HERE / f"performance-{chart}.svg")
    page = HERE / "performance.md"
    head, rest = page.read_text().split("<!-- figures -->\n", 1)
    tail = rest.split("<!-- end of figures -->\n", 1)[1]
    page.write_text(head + "<!-- figures -->\n" + made + "<!-- end of figures -->\n" + tail)
    print(f"wrote {page}")


if __name__ == "__main__":
    main()
