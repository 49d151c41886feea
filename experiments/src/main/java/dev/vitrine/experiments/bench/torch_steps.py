"""Times training steps of one work in PyTorch: torch_steps.py WORK BATCH THREADS WARM_UP SECONDS FEWEST MOST PROCESSOR.

A step is forward, backward and Adam in float32 on data that is in memory already, four batches in turn; after some
seconds of warm-up so many seconds or steps count. Prints one line of JSON. The networks are those that Vitrine trains,
by the same layers and sizes. PROCESSOR is cpu or gpu.
"""
import json
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F


def cats_dogs():
    parts = []
    for i in range(10):
        parts += [nn.Conv1d(1 if i == 0 else 10, 10, 3, 2, 1), nn.BatchNorm1d(10), nn.ReLU()]
    return nn.Sequential(*parts, nn.AdaptiveAvgPool1d(1), nn.Flatten(), nn.Linear(10, 1)), (1, 16000), 1


def stage(taken, given):
    return [nn.Conv2d(taken, given, 3, padding=1), nn.BatchNorm2d(given), nn.ReLU(), nn.MaxPool2d(2)]


def audioset_image():
    head = [nn.Flatten(), nn.Linear(32 * 2 * 32, 64), nn.ReLU(), nn.Linear(64, 1)]
    return nn.Sequential(*stage(1, 16), *stage(16, 32), *head), (1, 10, 128), 1


def music_speech():
    sizes = [25, 256, 128, 64]
    parts = [layer for i in range(3) for layer in (nn.Linear(sizes[i], sizes[i + 1]), nn.ReLU())]
    return nn.Sequential(*parts, nn.Linear(64, 2)), (25,), 2


def nsynth():
    stages = stage(1, 16) + stage(16, 32) + stage(32, 64) + stage(64, 64)
    return nn.Sequential(*stages, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 11)), (1, 128, 126), 11


def esc_raw():
    def part(taken, given, kernel, stride):
        return [nn.Conv1d(taken, given, kernel, stride), nn.BatchNorm1d(given), nn.ReLU()]
    parts = part(1, 16, 64, 4) + [nn.MaxPool1d(8)] + part(16, 32, 16, 2) + [nn.MaxPool1d(8)] + part(32, 64, 8, 2)
    return nn.Sequential(*parts, nn.AdaptiveAvgPool1d(1), nn.Flatten(), nn.Linear(64, 50)), (1, 110250), 50


WORKS = {"W1": cats_dogs, "W2": audioset_image, "W3": music_speech, "W4": nsynth, "W5": esc_raw}


def clock(run, warm_up, seconds, fewest, most):
    start, count, times = time.perf_counter(), 0, []
    while count < 3 or time.perf_counter() - start < warm_up:
        run()
        count += 1
    start = time.perf_counter()
    while len(times) < fewest or (time.perf_counter() - start < seconds and len(times) < most):
        before = time.perf_counter()
        run()
        times.append((time.perf_counter() - before) * 1e3)
    return times


def blas():
    """Debian's PyTorch multiplies matrices with whatever BLAS there is; the reference BLAS is no match for others."""
    try:
        with open("/proc/self/maps") as maps:
            slow = "/blas/libblas.so" in maps.read()
    except OSError:
        slow = False
    return " with the reference BLAS (slow: install libopenblas0-pthread)" if slow else ""


def main():
    work, batch, threads, processor = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[8]
    warm_up, seconds, fewest, most = float(sys.argv[4]), float(sys.argv[5]), int(sys.argv[6]), int(sys.argv[7])
    if processor == "gpu" and not torch.cuda.is_available():
        sys.exit("this PyTorch sees no GPU")
    device = torch.device("cuda" if processor == "gpu" else "cpu")
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    model, item, classes = WORKS[work]()
    model.to(device)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    inputs = [torch.randn(batch, *item).to(device) for _ in range(4)]
    if classes == 1:
        targets = [torch.randint(0, 2, (batch, 1)).float().to(device) for _ in range(4)]
        loss_of = F.binary_cross_entropy_with_logits
    else:
        targets = [torch.randint(0, classes, (batch,)).to(device) for _ in range(4)]
        loss_of = F.cross_entropy
    model.train()
    count = 0

    def step(turn):
        optimizer.zero_grad(set_to_none=True)
        loss = loss_of(model(inputs[turn]), targets[turn])
        loss.backward()
        optimizer.step()
        return loss.item()

    def next_step():
        nonlocal count
        step(count % 4)
        count += 1

    losses = [step(0) for _ in range(10)]
    times = clock(next_step, warm_up, seconds, fewest, most)
    model.eval()
    single = torch.randn(1, *item).to(device)
    with torch.inference_mode():
        answers = clock(lambda: model(single).tolist(), warm_up / 2, seconds / 2, fewest, most)
    trained = sum(p.numel() for p in model.parameters())
    version = torch.__version__ + (" on " + torch.cuda.get_device_name() if processor == "gpu" else blas())
    print(json.dumps({"version": version, "parameters": trained, "losses": losses, "milliseconds": times,
                      "item": answers}))


main()
