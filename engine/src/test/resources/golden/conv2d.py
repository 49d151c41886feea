"""torch.nn.functional.conv2d, with torch.nn.functional.pad before it where the padding is not the same on both sides."""

import golden
import torch.nn.functional as F

# along one axis: kernel size, stride, dilation, padding before and after
AXES = [
    (1, 1, 1, 0, 0),
    (1, 3, 1, 2, 0),
    (2, 2, 1, 0, 0),
    (2, 3, 2, 1, 2),
    (3, 1, 1, 1, 1),
    (3, 1, 1, 3, 4),
    (3, 2, 1, 0, 1),
    (3, 2, 3, 1, 4),
    (5, 1, 2, 4, 4),
    (5, 3, 1, 4, 0),
]
# N, C, H, W, O, groups
SIZES = [(1, 1, 6, 11, 1, 1), (2, 3, 7, 5, 4, 1), (2, 4, 5, 6, 6, 2), (1, 3, 6, 7, 3, 3), (1, 2, 8, 9, 4, 2)]


def conv2d(height, width, groups):
    def call(x, weight, bias=None):
        padded = F.pad(x, (width[3], width[4], height[3], height[4]))
        return F.conv2d(
            padded,
            weight,
            bias,
            stride=(height[1], width[1]),
            dilation=(height[2], width[2]),
            groups=groups,
        )

    return call


def along(axis, window):
    return dict(zip((name + axis for name in ("kernelSize", "stride", "dilation", "before", "after")), window))


def cases():
    for number, height in enumerate(AXES):
        for size, (n, c, h, w, o, groups) in enumerate(SIZES):
            width = AXES[(3 * number + size + 1) % len(AXES)]
            if (number + size) % 5 > 2 or any(
                length + window[3] + window[4] < window[2] * (window[0] - 1) + 1
                for length, window in ((h, height), (w, width))
            ):
                continue
            bias = (number + size) % 3 != 0
            shapes = {"x": (n, c, h, w), "weight": (o, c // groups, height[0], width[0])} | ({"bias": (o,)} if bias else {})
            yield golden.case(
                f"x {n} {c} {h} {w} O={o} height {height} width {width}"
                + (f" groups {groups}" if groups > 1 else "")
                + ("" if bias else " no bias"),
                along("H", height) | along("W", width) | {"groups": groups},
                golden.inputs_from(number * 10 + size, **shapes),
                conv2d(height, width, groups),
            )


golden.write(__file__, list(cases()))
