"""Five training steps of every network with every optimiser in PyTorch: writes networks.json beside it.

Inputs are shorter or smaller than in use where the layers allow it, so that the plain Java loops are quick; layers and
channels are those in use (NsynthOriginal: a side of 20 and 16 hidden units). Everything is computed in float64, and
once more in float32: `drift` is how far float32 strayed at most, and by that a test with float32 is measured. Of a large
array 16 values stand in the table, evenly spread, with two sums over all values.

Input, targets, first weights and the masks of dropout follow formulas in whole numbers that the Java test repeats.
Run: python3 networks.py (PyTorch 1.13; a minute)
"""
import json
import math
import pathlib

import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(1)
STEPS, SEED, KEPT, BITS = 5, 3, 16, (1 << 64) - 1


def units(count, stream):
    """Numbers in [-1, 1) that follow from whole numbers alone."""
    i = torch.arange(count, dtype=torch.int64)
    return (((i * i % 65521) * 40503 + i * 48271 + stream * 7919) % 65521).double() / 65521.0 * 2 - 1


class Rng:
    """SplitMix64, as Rng.java."""

    def __init__(self, seed, stream):
        self.state = self.mix((seed + 0x9E3779B97F4A7C15 * (stream + 1)) & BITS)

    @staticmethod
    def mix(z):
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & BITS
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB & BITS
        return z ^ (z >> 31)

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & BITS
        return self.mix(self.state)


class Dropout(nn.Module):
    """Drops what Dropout.java drops."""

    def __init__(self, p):
        super().__init__()
        self.p, self.seed, self.step, self.masks = p, 0, 0, {}

    def forward(self, x):
        if self.step not in self.masks:
            rng, threshold = Rng(self.seed, self.step), round(self.p * (1 << 24))
            kept = [(rng.next() >> 40) >= threshold for _ in range(x.numel())]
            self.masks[self.step] = torch.tensor(kept, dtype=torch.float64).reshape(x.shape) / (1 - self.p)
        return x * self.masks[self.step].to(x.dtype)


class Same(nn.Conv1d):
    """SAME padding as TensorFlow's: an odd remainder goes to the right."""

    def forward(self, x):
        length, stride, k = x.shape[-1], self.stride[0], self.kernel_size[0]
        total = max(((length + stride - 1) // stride - 1) * stride + k - length, 0)
        return super().forward(F.pad(x, (total // 2, total - total // 2)))


class Mean(nn.Module):
    def forward(self, x):
        return x.flatten(2).mean(-1)


class Parts(nn.Sequential):
    """Parts with names, one after the other."""

    def __init__(self, **parts):
        super().__init__()
        for name, part in parts.items():
            self.add_module(name, part)


def cats_dogs():
    layers = []
    for i in range(10):
        layers += [Same(1 if i == 0 else 10, 10, 3, stride=2), nn.BatchNorm1d(10), nn.ReLU()]
    return Parts(features=nn.Sequential(*layers), pool=Mean(), classifier=nn.Linear(10, 1))


def audioset(filters, hidden):
    layers, channels = [], 128
    for count in filters:
        layers += [nn.Conv1d(channels, count, 3, padding=1), nn.ReLU()] + ([nn.MaxPool1d(2)] if hidden else [])
        channels = count
    left = channels * (10 >> len(filters))
    head = [nn.Flatten(), nn.Linear(left, hidden), nn.ReLU(), nn.Linear(hidden, 1)] if hidden else [
        Mean(), nn.Linear(channels, 1)]
    return Parts(features=nn.Sequential(*layers), classifier=nn.Sequential(*head))


def audioset_image():
    layers = []
    for i, o in ((1, 16), (16, 32)):
        layers += [nn.Conv2d(i, o, 3, padding=1), nn.BatchNorm2d(o), nn.ReLU(), nn.MaxPool2d(2)]
    head = [nn.Flatten(), nn.Linear(2048, 64), nn.ReLU(), nn.Linear(64, 1)]
    return Parts(features=nn.Sequential(*layers), classifier=nn.Sequential(*head))


def mlp(*sizes):
    layers = []
    for i, o in zip(sizes, sizes[1:]):
        layers += [nn.Linear(i, o), nn.ReLU()]
    return Parts(layers=nn.Sequential(*layers[:-1]))


def nsynth_minimal():
    layers, channels = [], 1
    for count in (16, 32, 64, 64):
        layers += [nn.Conv2d(channels, count, 3, padding=1), nn.BatchNorm2d(count), nn.ReLU(), nn.MaxPool2d(2)]
        channels = count
    return Parts(features=nn.Sequential(*layers), pool=Mean(), classifier=nn.Linear(64, 11))


def nsynth_original():
    layers = [nn.Conv2d(1, 32, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2)]
    head = [nn.Flatten(), nn.Linear(576, 16), Dropout(0.25), nn.Linear(16, 11)]
    return Parts(features=nn.Sequential(*layers), classifier=nn.Sequential(*head))


def esc_raw():
    layers = [nn.Conv1d(1, 16, 64, stride=4), nn.BatchNorm1d(16), nn.ReLU(), nn.MaxPool1d(8),
              nn.Conv1d(16, 32, 16, stride=2), nn.BatchNorm1d(32), nn.ReLU(), nn.MaxPool1d(8),
              nn.Conv1d(32, 64, 8, stride=2), nn.BatchNorm1d(64), nn.ReLU()]
    return Parts(features=nn.Sequential(*layers), pool=Mean(), classifier=nn.Linear(64, 50))


def esc_features():
    layers, channels = [], 1
    for count in (16, 32, 64, 128):
        layers += [nn.Conv2d(channels, count, 2), nn.ReLU(), nn.MaxPool2d(2), Dropout(0.2)]
        channels = count
    return Parts(features=nn.Sequential(*layers), pool=Mean(), classifier=nn.Linear(128, 50))


NETWORKS = {  # how it is made, the shape of one item, classes (1: yes or no), items
    "cats-dogs": (cats_dogs, [1, 2049], 1, 3),
    "audioset-initial": (lambda: audioset((32, 64, 128), 128), [128, 10], 1, 4),
    "audioset-small": (lambda: audioset((16, 32), 32), [128, 10], 1, 4),
    "audioset-tiny": (lambda: audioset((4, 8), 0), [128, 10], 1, 4),
    "audioset-image": (audioset_image, [1, 10, 128], 1, 3),
    "music-speech-256": (lambda: mlp(25, 256, 128, 64, 2), [25], 2, 6),
    "music-speech-128": (lambda: mlp(25, 128, 128, 64, 2), [25], 2, 6),
    "nsynth-minimal": (nsynth_minimal, [1, 37, 33], 11, 3),
    "nsynth-original": (nsynth_original, [1, 20, 20], 11, 3),
    "esc-raw": (esc_raw, [1, 6001], 50, 3),
    "esc-features": (esc_features, [1, 40, 54], 50, 3),
    "esc-mlp": (lambda: mlp(40, 256, 256, 50), [40], 50, 6),
}

OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.005),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.005, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, lr=0.005, momentum=0.9, nesterov=True),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.0005),
    "adam": lambda p: torch.optim.Adam(p, lr=0.0005),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.0005),
}


def bias_of(shape):
    """Where biases begin: below 0, so that ReLU cuts something off in every channel. Where it does not, the next batch
    norm takes the bias out again: its true gradient is 0, and Adam turns rounding into steps of full size."""
    return -1.0 if shape == [1, 6001] else -0.4


def first_weights(net, bias):
    with torch.no_grad():
        for p, (name, value) in enumerate(net.named_parameters()):
            wave = units(value.numel(), p).reshape(value.shape)
            if value.dim() > 1:
                value.copy_(wave * math.sqrt(6.0 * value.shape[0] / value.numel()))
            else:
                value.copy_((1 if name.endswith("weight") else bias) + 0.1 * wave)
    for stream, module in enumerate(net.modules()):
        if isinstance(module, Dropout):
            rng = Rng(SEED, -1 - stream)
            module.seed = rng.next()


def run(make, shape, classes, items, optimizer, kind):
    net = make().double()
    first_weights(net, bias_of(shape))
    net = net.to(kind)
    size = items * math.prod(shape)
    x = (1.7 * units(size, 1000)).reshape([items] + shape).to(kind)
    if classes == 1:
        y = (torch.arange(items) % 2).to(kind).reshape(items, 1)
        loss_of = F.binary_cross_entropy_with_logits
    else:
        y, loss_of = torch.arange(items) * 7 % classes, F.cross_entropy
    optimizer, arrays, losses = OPTIMIZERS[optimizer](net.parameters()), {}, []
    for step in range(STEPS):
        for module in net.modules():
            if isinstance(module, Dropout):
                module.step = step
        optimizer.zero_grad()
        out = net(x)
        loss = loss_of(out, y)
        loss.backward()
        losses.append(loss.item())
        if step == 0:
            arrays["out"] = out.detach().clone()
            arrays.update({name + ".grad": value.grad.clone() for name, value in net.named_parameters()})
        optimizer.step()
    arrays["losses"] = torch.tensor(losses, dtype=torch.float64)
    arrays.update({name: value for name, value in net.state_dict().items() if "num_batches" not in name})
    return {name: value.double().flatten() for name, value in arrays.items()}


def digits(value):
    return float(f"{value:.13g}")


def entry(right, rough):
    size = right.numel()
    kept = right if size <= KEPT else right[torch.arange(KEPT) * size // KEPT]
    return {
        "size": size,
        "values": [digits(v) for v in kept.tolist()],
        "sum": digits(right.sum().item()),
        "wave": digits((right * units(size, 5)).sum().item()),
        "largest": digits(right.abs().max().item()),
        "drift": float(f"{(right - rough).abs().max().item():.3g}"),
    }


table = {}
for name, (make, shape, classes, items) in NETWORKS.items():
    table[name] = {"shape": shape, "items": items, "bias": bias_of(shape)}
    for optimizer in OPTIMIZERS:
        right = run(make, shape, classes, items, optimizer, torch.float64)
        rough = run(make, shape, classes, items, optimizer, torch.float32)
        entries = {path: entry(right[path], rough[path]) for path in right}
        first = {path: e for path, e in entries.items() if path == "out" or path.endswith(".grad")}
        table[name]["first"] = first
        table[name][optimizer] = {path: e for path, e in entries.items() if path not in first}
pathlib.Path(__file__).with_suffix(".json").write_text(
    json.dumps(table, indent=0).replace(",\n", ",").replace("[\n", "[").replace("\n]", "]") + "\n")
