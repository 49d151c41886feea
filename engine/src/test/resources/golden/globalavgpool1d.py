"""torch.nn.functional.adaptive_avg_pool1d with an output of one value, and flatten(1)."""

import golden
import torch.nn.functional as F

SHAPES = [(1, 1, 1), (1, 1, 2), (1, 3, 5), (2, 1, 16), (2, 3, 17), (3, 2, 31), (1, 5, 64), (4, 10, 16)]

golden.write(
    __file__,
    [
        golden.case(
            f"x {list(shape)}",
            {},
            golden.inputs_from(seed, x=shape),
            lambda x: F.adaptive_avg_pool1d(x, 1).flatten(1),
        )
        for seed, shape in enumerate(SHAPES)
    ],
)
