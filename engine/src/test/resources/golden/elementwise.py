"""Functions of one argument: torch.neg, exp, log, sqrt, abs, tanh, clamp and leaky_relu, kinks and bounds included.

Writes neg.json, exp.json, log.json, sqrt.json, abs.json, tanh.json, clamp.json and leaky_relu.json.
"""

import math
import pathlib

import golden
import torch

SHAPES = [(), (1,), (2,), (16,), (17,), (3, 5), (2, 16), (2, 3, 7), (1, 4, 33), (2, 1, 3, 1, 5)]
FUNCTIONS = {
    "neg": torch.neg,
    "exp": torch.exp,
    "log": torch.log,
    "sqrt": torch.sqrt,
    "abs": torch.abs,
    "tanh": torch.tanh,
}
BOUNDS = [(-1, 1), (0, math.inf), (-math.inf, 0.5), (0.25, 0.25), (-3, -2)]
SLOPES = [0.01, 0.2, 0.0, 1.0, -0.5]
KINKS = torch.tensor([-2, -1, -0.5, -0.25, 0, 0.25, 0.5, 1, 2], dtype=torch.float64)


def inputs(name, seed, shape):
    drawn = golden.inputs_from(seed, x=shape)
    if name in ("log", "sqrt"):
        drawn["x"] = drawn["x"].abs() + 0.25
    return drawn


def finite(**options):
    """JSON knows no infinity: a bound that is not there is left out."""
    return {name: value for name, value in options.items() if math.isfinite(value)}


script = pathlib.Path(__file__)
for name, function in FUNCTIONS.items():
    cases = [
        golden.case(f"x {list(shape)}", {}, inputs(name, seed, shape), lambda x: function(x))
        for seed, shape in enumerate(SHAPES)
    ]
    if name == "abs":
        cases.append(golden.case("kink", {}, {"x": KINKS}, lambda x: torch.abs(x)))
    golden.write(script.with_name(name), cases)

golden.write(
    script.with_name("clamp"),
    [
        golden.case(f"{low} to {high}, x {list(x.shape)}", finite(min=low, max=high), {"x": x}, lambda x: torch.clamp(x, low, high))
        for low, high in BOUNDS
        for x in [KINKS] + [golden.inputs_from(seed, x=shape)["x"] for seed, shape in enumerate(SHAPES[3:6])]
    ],
)
golden.write(
    script.with_name("leaky_relu"),
    [
        golden.case(
            f"slope {slope}, x {list(x.shape)}",
            {"slope": slope},
            {"x": x},
            lambda x: torch.nn.functional.leaky_relu(x, slope),
        )
        for slope in SLOPES
        for x in [KINKS] + [golden.inputs_from(seed, x=shape)["x"] for seed, shape in enumerate(SHAPES[3:6])]
    ],
)
