"""What torch.nn.init asks of its random numbers, and its orthogonal matrix of given ones; float64, all digits.

{"gains": [{"name", "slope", "value"}], "scales": [{"name", "shape", "fan", "gain", "low", "high", "mean", "deviation"}],
"orthogonal": [{"shape", "gain", "drawn": [...], "values": [...]}]}

`fan` and `gain` are the arguments given; `low` and `high` are the bounds that PyTorch passed to uniform_, or `mean` and
`deviation` what it passed to normal_. Made with PyTorch 1.13.
"""

import json
import pathlib

import torch
from torch.nn import init

asked = {}


def uniform_(tensor, low=0.0, high=1.0):
    asked.update(low=low, high=high, mean=0.0, deviation=0.0)
    return tensor


def normal_(tensor, mean=0.0, deviation=1.0):
    asked.update(low=0.0, high=0.0, mean=mean, deviation=deviation)
    return tensor


def scale(name, shape, fan, told, **arguments):
    """`told` is for the table; PyTorch is told by `arguments`."""
    getattr(init, name + "_")(torch.zeros(shape, dtype=torch.float64), **arguments)
    return {"name": name, "shape": list(shape), "fan": fan, "gain": told, **asked}


def orthogonal(shape, gain):
    generator = torch.Generator().manual_seed(sum(shape))
    rows = shape[0]
    drawn = torch.empty((rows, torch.Size(shape).numel() // rows), dtype=torch.float64)
    true_normal(drawn, 0, 1, generator=generator)
    torch.Tensor.normal_ = lambda tensor, mean=0, deviation=1: tensor.copy_(drawn)
    values = init.orthogonal_(torch.zeros(shape, dtype=torch.float64), gain)
    torch.Tensor.normal_ = true_normal
    return {"shape": list(shape), "gain": gain, "drawn": drawn.flatten().tolist(), "values": values.flatten().tolist()}


SHAPES = [(4, 3), (10, 10, 3), (8, 1, 5), (6, 4, 3, 3), (1, 7)]
gains = [{"name": n, "slope": s, "value": init.calculate_gain(n, s or None)} for n, s in
         [("linear", 0.0), ("sigmoid", 0.0), ("tanh", 0.0), ("relu", 0.0), ("selu", 0.0), ("leaky_relu", 0.2)]]
true_uniform, true_normal = torch.Tensor.uniform_, torch.Tensor.normal_
matrices = [orthogonal(*each) for each in
            [((4, 4), 1.0), ((3, 5), 1.0), ((5, 3), 2 ** 0.5), ((4, 2, 3), 1.0), ((9, 2, 2, 2), 0.5), ((1, 6), 1.0)]]
torch.Tensor.uniform_, torch.Tensor.normal_ = uniform_, normal_
scales = []
for shape in SHAPES:
    for fan in ("in", "out"):
        for kind in ("kaiming_uniform", "kaiming_normal"):
            scales.append(scale(kind, shape, fan, init.calculate_gain("relu"), mode="fan_" + fan, nonlinearity="relu"))
    scales.append(scale("kaiming_uniform", shape, "in", init.calculate_gain("leaky_relu", 5 ** 0.5), a=5 ** 0.5))
    for kind in ("xavier_uniform", "xavier_normal"):
        for gain in (1.0, 5 / 3):
            scales.append(scale(kind, shape, "", gain, gain=gain))
rows = lambda cases: "[\n" + ",\n".join(json.dumps(each, separators=(",", ":")) for each in cases) + "\n]"
pathlib.Path(__file__).with_suffix(".json").write_text(
    f'{{"gains":{rows(gains)},\n"scales":{rows(scales)},\n"orthogonal":{rows(matrices)}}}\n')
print(len(gains), len(scales), len(matrices))
