"""torch.nn.functional.batch_norm, in training and in evaluation, alone and with torch.relu and max_pool behind it."""

import golden
import torch
import torch.nn.functional as F

SHAPES = [(2, 1, 3), (1, 3, 7), (3, 2, 17), (4, 5), (2, 4, 16), (5, 1, 1), (2, 1, 33), (17, 2), (2, 3, 4, 5), (1, 2, 3, 7), (3, 1, 1, 1)]
# mode, activation, eps, momentum
OPTIONS = [
    ("TRAINING", "NONE", 1e-5, 0.1),
    ("TRAINING", "RELU", 1e-5, 0.1),
    ("EVALUATING", "NONE", 1e-5, 0.1),
    ("EVALUATING", "RELU", 1e-3, 0.1),
    ("TRAINING", "RELU", 1e-2, 0.7),
]
# Pooled in tiles along H and W, or along L.
POOLED = [
    ((2, 2), (2, 3, 6, 34)),
    ((2, 2), (3, 2, 7, 19)),
    ((2, 3), (1, 2, 5, 8)),
    ((4, 1), (2, 2, 9, 5)),
    ((1, 8), (2, 3, 67)),
    ((1, 3), (1, 2, 11)),
    ((1, 2), (2, 2, 3, 33)),
]


def batch_norm(mode, activation, eps, momentum, pool):
    def call(x, gamma, beta, mean, variance):
        y = F.batch_norm(x, mean, variance, gamma, beta, mode == "TRAINING", momentum, eps)
        y = torch.relu(y) if activation == "RELU" else y
        if pool == (1, 1):
            return y
        return F.max_pool1d(y, pool[1]) if y.dim() == 3 else F.max_pool2d(y, pool)

    return call


def cases():
    plain = [(o, s, (1, 1)) for s in SHAPES for o in OPTIONS]
    pooled = [(o, s, p) for p, s in POOLED for o in OPTIONS]
    for number, (options, shape, pool) in enumerate(plain + pooled):
        mode, activation, eps, momentum = options
        channels = (shape[1],)
        inputs = golden.inputs_from(number, x=shape, gamma=channels, beta=channels, mean=channels, variance=channels)
        inputs["variance"] = inputs["variance"].abs() + 0.25
        inputs["x"] = inputs["x"] * 3 + 5 * (number % 3)
        yield golden.case(
            f"x {list(shape)} {mode} {activation} eps {eps} momentum {momentum} pool {pool[0]} x {pool[1]}",
            {
                "mode": mode,
                "activation": activation,
                "eps": eps,
                "momentum": momentum,
                "poolH": pool[0],
                "poolW": pool[1],
            },
            inputs,
            batch_norm(*options, pool),
            fixed=("mean", "variance"),
        )


golden.write(__file__, list(cases()))
