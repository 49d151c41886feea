"""torch.reshape and torch.flatten."""

import golden

RESHAPES = [((), (1,)), ((6,), (2, 3)), ((2, 3, 5), (5, 6)), ((2, 3, 5), (-1,)), ((4, 3), (2, -1, 2))]
FLATTENS = [((2, 3, 5), 0), ((2, 3, 5), 1), ((2, 3, 5, 2), -2)]

golden.write(
    __file__,
    [
        golden.case(
            f"{list(shape)} to {list(sizes)}",
            {"op": "reshape", "sizes": " ".join(map(str, sizes))},
            golden.inputs_from(seed, x=shape),
            lambda x: x.reshape(sizes),
        )
        for seed, (shape, sizes) in enumerate(RESHAPES)
    ]
    + [
        golden.case(
            f"{list(shape)} flattened from {axis}",
            {"op": "flatten", "axis": axis},
            golden.inputs_from(seed, x=shape),
            lambda x: x.flatten(axis),
        )
        for seed, (shape, axis) in enumerate(FLATTENS)
    ],
)
