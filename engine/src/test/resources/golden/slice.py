"""Slices along one axis: x[..., start:end:step, ...]."""

import golden

CASES = [((1,), 0, 0, 1, 1), ((17,), 0, 3, 16, 1), ((17,), 0, 1, 17, 5), ((3, 17), 1, 2, -1, 1), ((3, 17), -1, -16, 16, 3),
         ((5, 7), 0, 1, 4, 1), ((5, 7), 0, 0, 5, 2), ((2, 7, 3), 1, 1, 7, 2), ((2, 7, 3), 1, 4, 7, 1),
         ((2, 3, 4, 5), 2, 0, 4, 3)]

golden.write(
    __file__,
    [
        golden.case(
            f"{list(shape)} axis {axis} from {start} to {end} by {step}",
            {"axis": axis, "start": start, "end": end, "step": step},
            golden.inputs_from(seed, x=shape),
            lambda x: x[(slice(None),) * (axis % len(shape)) + (slice(start, end, step),)],
        )
        for seed, (shape, axis, start, end, step) in enumerate(CASES)
    ],
)
