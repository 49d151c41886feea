"""Computes every array of traces again with PyTorch: replay_trace.py FILE.safetensors...

A file is what `vitrine trace NETWORK --device java --out FILE.safetensors` writes, for any network: layers, loss and
optimiser stand in the file. Each step begins with the batch of the file, the first with its weights, and dropout takes
the factors of the file, for PyTorch draws other numbers. Ends with exit code 1 and a line per array that differs.
Made for PyTorch 1.13.
"""

import json
import struct
import sys

import torch
import torch.nn.functional as F

OPTIMIZERS = {
    "sgd": lambda p, lr: torch.optim.SGD(p, lr=lr, momentum=0.9),
    "nesterov": lambda p, lr: torch.optim.SGD(p, lr=lr, momentum=0.9, nesterov=True),
    "rmsprop": lambda p, lr: torch.optim.RMSprop(p, lr=lr),
    "adam": lambda p, lr: torch.optim.Adam(p, lr=lr),
    "adamw": lambda p, lr: torch.optim.AdamW(p, lr=lr),
}


def read(path):
    """The arrays and the metadata of a safetensors file of float64."""
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = torch.frombuffer(bytearray(file.read()), dtype=torch.float64)
    about = header.pop("__metadata__")
    arrays = {}
    for name, entry in header.items():
        assert entry["dtype"] == "F64", name + " is " + entry["dtype"] + "; trace with --device java"
        begin, end = entry["data_offsets"]
        arrays[name] = data[begin // 8:end // 8].reshape(entry["shape"])
    return arrays, about


def axes(value):
    return value if isinstance(value, list) else [value]


def padded(x, o, filling):
    """x with the window's padding; where SAME has an odd remainder, one more goes to the right, as in TensorFlow."""
    pads = []
    for axis, (k, stride, padding, dilation) in enumerate(
            zip(axes(o["kernel_size"]), axes(o["stride"]), axes(o["padding"]), axes(o["dilation"]))):
        if padding == "same":
            length = x.shape[2 + axis]
            total = max(((length + stride - 1) // stride - 1) * stride + dilation * (k - 1) + 1 - length, 0)
            pads = [total // 2, total - total // 2] + pads
        else:
            pads = [int(n) for n in padding.strip("()").split(",")] + pads
    return F.pad(x, pads, value=filling)


def conv(x, o, w):
    function = F.conv1d if x.dim() == 3 else F.conv2d
    return function(padded(x, o, 0.0), w["weight"], w.get("bias"), tuple(axes(o["stride"])), 0,
                    tuple(axes(o["dilation"])), o.get("groups", 1))


def max_pool(x, o, w):
    function = F.max_pool1d if x.dim() == 3 else F.max_pool2d
    return function(padded(x, o, -float("inf")), tuple(axes(o["kernel_size"])), tuple(axes(o["stride"])), 0,
                    tuple(axes(o["dilation"])))


def batch_norm(x, o, w):
    return F.batch_norm(x, w["running_mean"], w["running_var"], w["weight"], w["bias"], True, o["momentum"], o["eps"])


LAYERS = {
    "Conv1d": conv,
    "Conv2d": conv,
    "BatchNorm1d": batch_norm,
    "BatchNorm2d": batch_norm,
    "MaxPool1d": max_pool,
    "MaxPool2d": max_pool,
    "ReLU": lambda x, o, w: F.relu(x),
    "GlobalAvgPool1d": lambda x, o, w: x.mean(-1),
    "GlobalAvgPool2d": lambda x, o, w: x.mean((-1, -2)),
    "Flatten": lambda x, o, w: x.flatten(1),
    "Linear": lambda x, o, w: F.linear(x, w["weight"], w["bias"]),
    "Dropout": lambda x, o, w: x * w["mask"],
}


def replay(path):
    trace, about = read(path)
    layers = json.loads(about["layers"])
    loss_of = getattr(F, about["loss"])
    whole = about["loss"] == "cross_entropy"
    state = {name[len("final/"):]: trace["step0/" + name[len("final/"):]].clone()
             for name in trace if name.startswith("final/")}
    weights = {name: array.requires_grad_() for name, array in state.items() if "running" not in name}
    optimizer = OPTIMIZERS[about["optimizer"]](list(weights.values()), float(trace["lr"][0]))
    divides = about["optimizer"] in ("rmsprop", "adam", "adamw")
    # A bias before batch norm has no true gradient, only rounding, which RMSprop and Adam enlarge and which the
    # running mean shows.
    shifted = [layer["path"] + ".bias" for layer, after in zip(layers, layers[1:]) if after["type"].startswith("Batch")]
    wrong, seen = [], {"lr"}

    def same(name, value):
        """Within 1e-9 of the largest; a weight whose gradient is near 0 follows it by far larger steps than its own."""
        seen.add(name)
        expected, got = trace[name], value.detach().reshape(trace[name].shape)
        rounding = 1e-14
        if "running_mean" in name or any(bias in name for bias in shifted):
            rounding = 1e-8
        elif divides and name.split("/")[1] in weights:
            rounding = 1e-9
        error, largest = (expected - got).abs().max().item(), expected.abs().max().item()
        if not error <= 1e-9 * largest + rounding:
            wrong.append(f"{path}: {name}: differs by {error:.2e} where the largest is {largest:.2e}")

    for step in range(len(trace["lr"])):
        at = f"step{step}/"
        for name, array in state.items():
            same(at + name, array)
        optimizer.zero_grad()
        x, outs = trace[at + "input"], {}
        for layer in layers:
            own = {name[len(layer["path"]) + 1:]: array for name, array in state.items()
                   if name.startswith(layer["path"] + ".")}
            if layer["type"] == "Dropout":
                own["mask"] = trace[at + layer["path"] + ".mask"]
                seen.add(at + layer["path"] + ".mask")
                assert set(own["mask"].unique().tolist()) <= {0.0, 1 / (1 - layer["options"]["p"])}
            x = LAYERS[layer["type"]](x, layer["options"], own)
            parts = layer["path"].split(".")
            for depth in range(len(parts) + 1):  # what a layer puts out is also what the whole puts out, until the next
                outs[".".join(parts[:depth] + ["out"])] = x
        for out in outs.values():
            out.retain_grad()
        target = trace[at + "target"]
        loss = loss_of(x, target.long() if whole else target)
        loss.backward()
        seen.update({at + "input", at + "target"})
        same(at + "loss", loss)
        for name, out in outs.items():
            same(at + name, out)
            same(at + name + ".grad", out.grad)
        for name, weight in weights.items():
            same(at + name + ".grad", weight.grad)
        optimizer.step()
    for name, array in state.items():
        same("final/" + name, array)
    wrong += [f"{path}: {name}: was not computed again" for name in trace if name not in seen]
    return wrong


found = [line for path in sys.argv[1:] for line in replay(path)]
print("\n".join(found) or "every array agrees")
sys.exit(1 if found or len(sys.argv) < 2 else 0)
