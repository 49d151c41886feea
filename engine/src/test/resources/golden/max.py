"""torch.amax over any axes, torch.max over one and over all, torch.argmax; with many ties and with few."""

import golden
import torch

CASES = [((), None), ((7,), None), ((2, 3, 5), None), ((3, 17), (0,)), ((3, 17), (1,)), ((2, 3, 5), (-2,)),
         ((2, 3, 5), (0, 2)), ((4, 1, 6), (1,)), ((2, 3, 4, 5), (1, 3)), ((2, 3, 4, 5), (-1,)), ((37,), (0,))]


def case(seed, shape, axes, ties, op, kept, call, fixed=()):
    given = golden.inputs_from(seed, x=shape)
    word = "all" if axes is None else " ".join(map(str, axes))
    return golden.case(
        f"{op} of {list(shape)} over {word}{', kept' if kept else ''}{', ties' if ties else ''}",
        {"op": op, "axes": word, "dims": "kept" if kept else "dropped"},
        {"x": given["x"].round() if ties else given["x"]},
        call,
        fixed,
    )


def cases():
    for seed, (shape, axes) in enumerate(CASES):
        dim = tuple(range(len(shape))) if axes is None else axes
        for ties in (False, True):
            kept = bool(shape) and (seed + ties) % 2 == 1
            each = (seed, shape, axes, ties)
            yield case(*each, "amax", kept, lambda x: torch.amax(x, dim=dim, keepdim=kept))
            if axes is None:
                yield case(*each, "max of all", False, lambda x: torch.max(x))
                yield case(*each, "argmax", False, lambda x: torch.argmax(x).double(), ("x",))
            elif len(axes) == 1:
                yield case(*each, "max", False, lambda x: torch.max(x, dim=axes[0]).values)
                yield case(*each, "argmax", kept, lambda x: torch.argmax(x, dim=axes[0], keepdim=kept).double(), ("x",))


golden.write(__file__, list(cases()))
