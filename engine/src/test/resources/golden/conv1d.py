"""torch.nn.functional.conv1d, with torch.nn.functional.pad before it where the padding is not the same on both sides."""

import golden
import torch.nn.functional as F

# kernel size, stride, dilation, padding before and after
WINDOWS = [
    (1, 1, 1, 0, 0),
    (1, 3, 1, 2, 0),
    (2, 2, 1, 0, 0),
    (2, 3, 2, 1, 2),
    (3, 1, 1, 3, 4),
    (3, 2, 1, 0, 1),
    (3, 2, 3, 1, 4),
    (5, 1, 2, 4, 4),
    (5, 3, 1, 4, 0),
]
# N, C, L, O
SIZES = [(1, 1, 11, 1), (2, 3, 17, 4), (3, 5, 8, 2)]


def conv1d(window):
    _, stride, dilation, before, after = window

    def call(x, weight, bias=None):
        return F.conv1d(F.pad(x, (before, after)), weight, bias, stride=stride, dilation=dilation)

    return call


def cases():
    for number, window in enumerate(WINDOWS):
        for n, c, length, o in SIZES:
            k, stride, dilation, before, after = window
            bias = (number + n) % 3 != 0
            shapes = {"x": (n, c, length), "weight": (o, c, k)} | ({"bias": (o,)} if bias else {})
            options = {
                "kernelSize": k,
                "stride": stride,
                "dilation": dilation,
                "before": before,
                "after": after,
            }
            yield golden.case(
                f"N={n} C={c} L={length} O={o} K={k} stride {stride} dilation {dilation} padding {before} {after}"
                + ("" if bias else " no bias"),
                options,
                golden.inputs_from(number * 10 + n, **shapes),
                conv1d(window),
            )


golden.write(__file__, list(cases()))
