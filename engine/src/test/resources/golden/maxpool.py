"""torch.nn.functional.max_pool1d and max_pool2d. Small whole numbers every other time: windows with equal values."""

import golden
import pooling
import torch.nn.functional as F

DILATED_ROWS = [((2, 1, 1, 2), (1, 2, 9)), ((3, 2, 1, 2), (2, 1, 17)), ((3, 1, 0, 3), (1, 2, 13))]
DILATED_IMAGES = [((2, 1, 1, 2), (3, 2, 1, 3), (1, 2, 6, 15)), ((3, 3, 0, 2), (2, 1, 1, 4), (1, 1, 11, 8))]


def max_pool(number, shape, windows):
    kernel, stride, padding, dilation = zip(*windows)
    pool = F.max_pool1d if len(windows) == 1 else F.max_pool2d
    inputs = golden.inputs_from(number, x=shape)
    if number % 2:
        inputs["x"] = inputs["x"].round()
    return golden.case(
        pooling.name(shape, *windows) + (" equal values" if number % 2 else ""),
        pooling.options(*reversed(windows)),
        inputs,
        lambda x: pool(x, kernel, stride, padding, dilation),
    )


CASES = [(row[-1], row[:-1]) for row in pooling.ROWS + DILATED_ROWS + pooling.IMAGES + DILATED_IMAGES]
golden.write(__file__, [max_pool(number, shape, windows) for number, (shape, windows) in enumerate(CASES)])
