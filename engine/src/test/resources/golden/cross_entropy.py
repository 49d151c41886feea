"""torch.nn.functional.cross_entropy with class indices, reduction mean; weights, label smoothing, logits large."""

import golden
import torch

CASES = [  # logits, scale, smoothing, weights
    ((1, 1), 1, 0.0, False), ((1, 2), 1, 0.0, False), ((5, 3), 1, 0.0, False), ((5, 3), 1, 0.0, True),
    ((5, 3), 1, 0.1, False), ((5, 3), 1, 0.1, True), ((16, 2), 4, 0.0, True), ((17, 5), 64, 0.0, False),
    ((17, 5), 64, 0.2, True), ((33, 10), 1, 0.1, False), ((4, 7), 1, 1.0, False), ((4, 7), 1, 1.0, True),
    ((2, 3, 1), 1, 0.0, True), ((2, 3, 5), 1, 0.0, False), ((2, 3, 5), 1, 0.1, True), ((3, 4, 17), 2, 0.0, True),
    ((1, 5, 33), 1, 0.3, False), ((2, 3, 4, 5), 1, 0.0, False), ((2, 3, 4, 5), 1, 0.1, True),
    ((1, 2, 3, 1, 7), 8, 0.1, True), ((64, 4), 1, 0.05, True),
]


def case(seed, shape, scale, smoothing, weighted):
    given = golden.inputs_from(seed, logits=shape, targets=shape[:1] + shape[2:], weight=shape[1:2])
    given["logits"] = given["logits"] * scale
    given["targets"] = (given["targets"] * 1024).abs() % shape[1]
    weight = given.pop("weight").abs() + 0.125
    if weighted:
        given["weight"] = weight
    return golden.case(
        f"{list(shape)} logits x {scale}, smoothing {smoothing}{', weights' if weighted else ''}",
        {"smoothing": smoothing},
        given,
        lambda logits, targets, weight=None: torch.nn.functional.cross_entropy(
            logits, targets.long(), weight=weight, label_smoothing=smoothing
        ),
        fixed=("targets", "weight"),
    )


golden.write(__file__, [case(seed, *each) for seed, each in enumerate(CASES)])
