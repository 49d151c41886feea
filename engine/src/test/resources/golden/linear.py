"""torch.nn.functional.linear, with and without torch.relu behind it."""

import golden
import torch

CASES = [
    ((1,), 1, 1), ((1,), 7, 1), ((2,), 3, 5), ((5,), 16, 4), ((3,), 17, 2), ((4,), 33, 3), ((7,), 10, 1), ((2,), 64, 8),
    ((3,), 31, 17), ((1,), 40, 11), ((), 5, 3), ((), 1, 1), ((2, 3), 4, 5), ((2, 1, 3), 7, 2), ((1, 1), 16, 1),
    ((19,), 2, 3), ((2, 2, 2, 2), 3, 4), ((11,), 1, 6), ((6,), 8, 16), ((3, 5), 17, 17), ((4, 3), 1, 1), ((2,), 33, 33),
]


def linear(activation):
    def call(x, weight, bias=None):
        y = torch.nn.functional.linear(x, weight, bias)
        return torch.relu(y) if activation == "RELU" else y

    return call


golden.write(
    __file__,
    [
        golden.case(
            f"x {[*n, i]} O={o}{' no bias' if seed % 3 == 2 else ''} {activation}",
            {"activation": activation},
            golden.inputs_from(seed, x=(*n, i), weight=(o, i), **({} if seed % 3 == 2 else {"bias": (o,)})),
            linear(activation),
        )
        for activation in ("NONE", "RELU")
        for seed, (n, i, o) in enumerate(CASES)
    ],
)
