"""Computes every array of a trace of the cats-dogs network again: replay_trace.py FILE.npz OPTIMIZER.

The file is what `vitrine trace cats-dogs --device java --out FILE.npz` writes. Starts from the weights of step 0 and
from the batches in the file; ends with exit code 1 and a line per array that differs. Made for PyTorch 1.13.
"""

import sys

import numpy
import torch
import torch.nn.functional as F

LAYERS = 10
OPTIMIZERS = {
    "sgd": lambda p, lr: torch.optim.SGD(p, lr=lr, momentum=0.9),
    "nesterov": lambda p, lr: torch.optim.SGD(p, lr=lr, momentum=0.9, nesterov=True),
    "rmsprop": lambda p, lr: torch.optim.RMSprop(p, lr=lr),
    "adam": lambda p, lr: torch.optim.Adam(p, lr=lr),
    "adamw": lambda p, lr: torch.optim.AdamW(p, lr=lr),
}

trace = numpy.load(sys.argv[1])
arrays = {name[len("final/"):]: torch.tensor(trace["step0/" + name[len("final/"):]]) for name in trace.files
          if name.startswith("final/")}
weights = {name: array.requires_grad_() for name, array in arrays.items() if "running" not in name}
optimizer = OPTIMIZERS[sys.argv[2]](list(weights.values()), float(trace["lr"][0]))
wrong = []


def same(name, value):
    """Within 1e-9 of the largest; a bias before batch norm has no true gradient, only rounding,
    which RMSprop and Adam enlarge and which the running mean shows."""
    expected, got = trace[name], value.detach().numpy().reshape(trace[name].shape)
    shifted = any(f"features.{3 * i}.bias" in name for i in range(LAYERS)) or "running_mean" in name
    error = abs(expected - got).max()
    if not error <= 1e-9 * abs(expected).max() + (1e-8 if shifted else 1e-14):
        wrong.append(f"{name}: differs by {error:.2e} where the largest is {abs(expected).max():.2e}")


def forward(x, outs):
    for i in range(LAYERS):
        x = F.pad(x, (0, 1)) if x.shape[-1] % 2 == 0 else F.pad(x, (1, 1))
        conv, norm, relu = (f"features.{3 * i + k}" for k in range(3))
        x = outs[conv] = F.conv1d(x, arrays[conv + ".weight"], arrays[conv + ".bias"], stride=2)
        x = outs[norm] = F.batch_norm(x, arrays[norm + ".running_mean"], arrays[norm + ".running_var"],
                                      arrays[norm + ".weight"], arrays[norm + ".bias"], training=True)
        x = outs[relu] = F.relu(x)
    outs["features"] = x
    x = outs["pool"] = x.mean(-1)
    x = outs["classifier"] = F.linear(x, arrays["classifier.weight"], arrays["classifier.bias"])
    return x


for step in range(len(trace["lr"])):
    at = f"step{step}/"
    for name, array in arrays.items():
        same(at + name, array)
    optimizer.zero_grad()
    outs = {}
    logits = forward(torch.tensor(trace[at + "input"]), outs)
    for out in outs.values():
        out.retain_grad()
    loss = F.binary_cross_entropy_with_logits(logits, torch.tensor(trace[at + "target"]))
    loss.backward()
    same(at + "loss", loss)
    for name, out in outs.items():
        same(at + name + ".out", out)
        same(at + name + ".out.grad", out.grad)
    for name, weight in weights.items():
        same(at + name + ".grad", weight.grad)
    optimizer.step()
for name, array in arrays.items():
    same("final/" + name, array)
print("\n".join(wrong) or "every array agrees")
sys.exit(1 if wrong else 0)
