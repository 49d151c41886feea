"""torch.sum and torch.mean over any axes, kept or dropped."""

import golden

CASES = [((), None), ((1,), None), ((7,), None), ((2, 3, 5), None), ((3, 17), (0,)), ((3, 17), (1,)), ((3, 17), (-2,)),
         ((2, 3, 5), (1,)), ((2, 3, 5), (0, 2)), ((2, 3, 5), (-1, 0)), ((4, 1, 6), (1,)), ((2, 3, 4, 5), (1, 3)),
         ((2, 3, 4, 5), (2, -4)), ((2, 3, 4, 5), (1, 2)), ((2, 2, 3, 2, 3), (0, 2, 4))]


def cases():
    for seed, (shape, axes) in enumerate(CASES):
        dim = tuple(range(len(shape))) if axes is None else axes
        word = "all" if axes is None else " ".join(map(str, axes))
        for op in ("sum", "mean"):
            kept = (seed + (op == "mean")) % 2 == 1
            yield golden.case(
                f"{op} of {list(shape)} over {word}{', kept' if kept else ''}",
                {"op": op, "axes": word, "dims": "kept" if kept else "dropped"},
                golden.inputs_from(seed, x=shape),
                lambda x: getattr(x, op)(dim=dim, keepdim=kept) if dim else getattr(x, op)(),
            )


golden.write(__file__, list(cases()))
