"""torch.nn.functional.avg_pool1d and avg_pool2d, with the padding counted and not."""

import golden
import pooling
import torch.nn.functional as F


def avg_pool(number, shape, windows, count_pad):
    kernel, stride, padding, _ = zip(*windows)
    pool = F.avg_pool1d if len(windows) == 1 else F.avg_pool2d
    return golden.case(
        pooling.name(shape, *windows) + " " + count_pad,
        pooling.options(*reversed(windows)) | {"countPad": count_pad},
        golden.inputs_from(number, x=shape),
        lambda x: pool(x, kernel, stride, padding, count_include_pad=count_pad == "INCLUDE"),
    )


def cases():
    for number, (*windows, shape) in enumerate(pooling.ROWS + pooling.IMAGES):
        padded = any(window[2] for window in windows)
        for count_pad in ("INCLUDE", "EXCLUDE") if padded else ("EXCLUDE",):
            yield avg_pool(number, shape, windows, count_pad)


golden.write(__file__, list(cases()))
