"""The ops of two arguments, torch.add, sub, mul, div and pow, and Tensor.expand: shapes that meet in many ways.

Writes add.json, sub.json, mul.json, div.json, pow.json and broadcast_to.json.
"""

import pathlib

import golden
import torch

SHAPES = [
    ((), ()), ((1,), ()), ((), (2, 3)), ((17,), (17,)), ((3, 5), (3, 5)), ((5,), ()), ((4, 3), (3,)), ((4, 3), (4, 1)),
    ((3, 1), (1, 5)), ((1,), (1, 1)), ((2, 3, 7), (3, 1)), ((2, 3, 7), (7,)), ((2, 3, 7), (2, 1, 7)),
    ((2, 3, 7), (2, 1, 1)), ((2, 1, 4), (3, 1)), ((1, 1, 9), (2, 3, 1)), ((2, 3, 2, 5), (3, 1, 1)),
    ((2, 1, 2, 1, 3), (4, 1, 2, 1)), ((2, 1, 3, 1, 2, 1), (1, 3, 1, 2, 1, 2)), ((1, 2, 1, 2, 1, 3), (2, 1, 2, 1, 2, 1)),
    ((19, 2), (2,)), ((2, 33), (2, 1)),
]
OPS = {"add": torch.add, "sub": torch.sub, "mul": torch.mul, "div": torch.div, "pow": torch.pow}


def away_from_zero(x):
    """Magnitudes from 1/2 on."""
    return torch.where(x < 0, x - 0.5, x + 0.5)


def inputs(op, seed, a, b):
    drawn = golden.inputs_from(seed, a=a, b=b)
    if op == "div":
        drawn["b"] = away_from_zero(drawn["b"])
    if op == "pow":
        drawn["a"] = away_from_zero(drawn["a"].abs())
    return drawn


def corners():
    """Bases and exponents of 0, and whole exponents of negative bases; the exponents are constants."""
    b = torch.tensor([0.0, 1.0, 2.0, 3.0, 2.0, 3.0, -1.0, -2.0, 0.0, 0.5], dtype=torch.float64)
    a = torch.tensor([0.0, 0.0, 0.0, 0.0, -1.5, -1.5, -1.5, -1.5, -1.5, 2.25], dtype=torch.float64)
    return [
        golden.case("corners", {}, {"a": a, "b": b}, lambda a, b: torch.pow(a, b), fixed=("b",)),
        golden.case("zero to exponents that learn", {}, {"a": a[:4], "b": b[:4]}, lambda a, b: torch.pow(a, b), fixed=("a",)),
    ] + [
        golden.case(
            f"a ^ {exponent}",
            {},
            {**golden.inputs_from(7, a=(3, 7)), "b": torch.tensor(exponent, dtype=torch.float64)},
            lambda a, b: torch.pow(a, b),
            fixed=("b",),
        )
        for exponent in (0.0, 1.0, 2.0, 3.0)
    ]


folder = pathlib.Path(__file__)
for op, function in OPS.items():
    cases = [
        golden.case(f"{list(a)} and {list(b)}", {}, inputs(op, seed, a, b), lambda a, b: function(a, b))
        for seed, (a, b) in enumerate(SHAPES)
    ]
    golden.write(folder.with_name(op), cases + (corners() if op == "pow" else []))

golden.write(
    folder.with_name("broadcast_to"),
    [
        golden.case(
            f"{list(x)} to {list(torch.broadcast_shapes(x, other))}",
            {},
            golden.inputs_from(seed, x=x),
            lambda x, other=other: x.expand(torch.broadcast_shapes(x.shape, other)) * 1,
        )
        for seed, (x, other) in enumerate(SHAPES)
    ],
)
