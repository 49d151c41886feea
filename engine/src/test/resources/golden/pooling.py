"""What the tables of max and average pooling have in common: windows, and how they are written into a table.

A window along one axis is (kernel size, stride, padding on both sides, dilation).
"""

# Rows: window, and N, C, L.
ROWS = [
    ((1, 1, 0, 1), (2, 3, 7)),
    ((1, 3, 0, 1), (1, 2, 11)),
    ((2, 1, 0, 1), (1, 1, 2)),
    ((2, 1, 1, 1), (2, 2, 9)),
    ((2, 2, 0, 1), (2, 3, 17)),
    ((2, 3, 1, 1), (1, 2, 13)),
    ((3, 1, 1, 1), (2, 2, 17)),
    ((3, 2, 0, 1), (3, 1, 18)),
    ((3, 2, 1, 1), (1, 3, 33)),
    ((3, 3, 1, 1), (2, 1, 19)),
    ((4, 3, 2, 1), (1, 2, 16)),
    ((5, 1, 2, 1), (1, 1, 1)),
    ((5, 4, 2, 1), (1, 2, 37)),
    ((8, 8, 0, 1), (1, 2, 67)),
]
# Images: windows along H and W, and N, C, H, W.
IMAGES = [
    ((2, 2, 0, 1), (2, 2, 0, 1), (2, 2, 7, 19)),
    ((3, 1, 1, 1), (3, 1, 1, 1), (1, 2, 5, 6)),
    ((3, 2, 1, 1), (3, 2, 1, 1), (1, 1, 8, 17)),
    ((2, 1, 1, 1), (3, 2, 0, 1), (1, 2, 6, 9)),
    ((1, 1, 0, 1), (4, 2, 2, 1), (2, 1, 3, 18)),
    ((5, 3, 2, 1), (1, 1, 0, 1), (1, 1, 11, 4)),
    ((3, 4, 1, 1), (2, 3, 0, 1), (1, 3, 9, 10)),
    ((4, 1, 2, 1), (5, 5, 1, 1), (1, 1, 5, 12)),
]


def options(width, height=(1, 1, 0, 1)):
    """The options of a window as a table has them."""
    written = {}
    for axis, window in (("H", height), ("W", width)):
        kernel, stride, padding, dilation = window
        written |= {
            f"kernel{axis}": kernel,
            f"stride{axis}": stride,
            f"padding{axis}": padding,
            f"dilation{axis}": dilation,
        }
    return written


def name(shape, *windows):
    """Tells cases apart."""
    return f"x {list(shape)} " + " ".join("kernel %d stride %d padding %d dilation %d" % window for window in windows)
