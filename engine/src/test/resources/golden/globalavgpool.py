"""torch.nn.functional.adaptive_avg_pool1d and 2d with an output of one value, and flatten(1)."""

import golden
import torch.nn.functional as F

SHAPES = [
    (1, 1, 1),
    (1, 1, 2),
    (1, 3, 5),
    (2, 1, 16),
    (2, 3, 17),
    (3, 2, 31),
    (1, 5, 64),
    (4, 10, 16),
    (1, 2, 1, 1),
    (2, 1, 3, 5),
    (1, 3, 4, 4),
    (2, 2, 7, 9),
]


def global_avg_pool(number, shape):
    pool = F.adaptive_avg_pool1d if len(shape) == 3 else F.adaptive_avg_pool2d
    return golden.case(
        f"x {list(shape)}", {}, golden.inputs_from(number, x=shape), lambda x: pool(x, 1).flatten(1)
    )


golden.write(__file__, [global_avg_pool(number, shape) for number, shape in enumerate(SHAPES)])
