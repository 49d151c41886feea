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
# N, C, L, O, groups
SIZES = [(1, 1, 11, 1, 1), (2, 3, 17, 4, 1), (3, 5, 8, 2, 1), (2, 4, 13, 6, 2), (1, 3, 15, 3, 3), (2, 2, 9, 6, 2)]


def conv1d(window, groups):
    _, stride, dilation, before, after = window

    def call(x, weight, bias=None):
        padded = F.pad(x, (before, after))
        return F.conv1d(padded, weight, bias, stride=stride, dilation=dilation, groups=groups)

    return call


def cases():
    for number, window in enumerate(WINDOWS):
        for size, (n, c, length, o, groups) in enumerate(SIZES):
            k, stride, dilation, before, after = window
            bias = (number + size) % 3 != 0
            shapes = {"x": (n, c, length), "weight": (o, c // groups, k)} | ({"bias": (o,)} if bias else {})
            options = {
                "kernelSize": k,
                "stride": stride,
                "dilation": dilation,
                "before": before,
                "after": after,
                "groups": groups,
            }
            yield golden.case(
                f"N={n} C={c} L={length} O={o} K={k} stride {stride} dilation {dilation} padding {before} {after}"
                + (f" groups {groups}" if groups > 1 else "")
                + ("" if bias else " no bias"),
                options,
                golden.inputs_from(number * 10 + size, **shapes),
                conv1d(window, groups),
            )


golden.write(__file__, list(cases()))
