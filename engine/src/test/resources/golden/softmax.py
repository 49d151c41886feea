"""torch.softmax and torch.log_softmax over every axis. Writes softmax.json and log_softmax.json."""

import pathlib

import golden
import torch

# Not [2, 3, 7]: neighbours along its axis 1 would get almost equal upstream gradients, 7 * 0.9 being almost 2 pi, and
# what is left of their difference in float32 are rounding errors.
SHAPES = [(1,), (17,), (3, 5), (2, 16), (2, 3, 8), (1, 4, 33), (2, 1, 3), (2, 3, 2, 5), (40, 2)]


def cases(function):
    return [
        golden.case(
            f"x {list(shape)} axis {axis}",
            {"axis": axis},
            {"x": 3 * golden.inputs_from(seed, x=shape)["x"]},
            lambda x, axis=axis: function(x, axis),
        )
        for seed, shape in enumerate(SHAPES)
        for axis in list(range(len(shape))) + [-1]
    ]


script = pathlib.Path(__file__)
golden.write(script.with_name("softmax"), cases(torch.softmax))
golden.write(script.with_name("log_softmax"), cases(torch.log_softmax))
