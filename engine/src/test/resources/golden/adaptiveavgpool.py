"""torch.nn.functional.adaptive_avg_pool1d and 2d: outputs that divide the input, do not, and are larger than it."""

import golden
import torch.nn.functional as F

ROWS = [
    ((2, 1, 1), 1),
    ((1, 2, 1), 3),
    ((2, 2, 7), 1),
    ((1, 3, 7), 2),
    ((1, 1, 7), 7),
    ((1, 1, 7), 10),
    ((2, 1, 12), 4),
    ((1, 2, 17), 5),
    ((1, 1, 37), 16),
    ((1, 2, 40), 3),
]
IMAGES = [
    ((2, 1, 5, 7), (1, 1)),
    ((1, 2, 5, 7), (2, 3)),
    ((1, 1, 6, 8), (3, 4)),
    ((2, 1, 3, 19), (3, 2)),
    ((1, 2, 9, 4), (2, 4)),
    ((1, 1, 4, 3), (7, 5)),
    ((1, 1, 5, 33), (4, 7)),
]


def adaptive(number, shape, out):
    inputs = golden.inputs_from(number, x=shape)
    if len(shape) == 3:
        return golden.case(f"x {list(shape)} to {out}", {"outputW": out}, inputs, lambda x: F.adaptive_avg_pool1d(x, out))
    options = {"outputH": out[0], "outputW": out[1]}
    return golden.case(f"x {list(shape)} to {list(out)}", options, inputs, lambda x: F.adaptive_avg_pool2d(x, out))


golden.write(__file__, [adaptive(number, *each) for number, each in enumerate(ROWS + IMAGES)])
