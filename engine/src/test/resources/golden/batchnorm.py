"""torch.nn.functional.batch_norm, in training and in evaluation, with and without torch.relu behind it."""

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


def batch_norm(mode, activation, eps, momentum):
    def call(x, gamma, beta, mean, variance):
        y = F.batch_norm(x, mean, variance, gamma, beta, mode == "TRAINING", momentum, eps)
        return torch.relu(y) if activation == "RELU" else y

    return call


def cases():
    for number, (options, shape) in enumerate((o, s) for s in SHAPES for o in OPTIONS):
        mode, activation, eps, momentum = options
        channels = (shape[1],)
        inputs = golden.inputs_from(number, x=shape, gamma=channels, beta=channels, mean=channels, variance=channels)
        inputs["variance"] = inputs["variance"].abs() + 0.25
        inputs["x"] = inputs["x"] * 3 + 5 * (number % 3)
        yield golden.case(
            f"x {list(shape)} {mode} {activation} eps {eps} momentum {momentum}",
            {"mode": mode, "activation": activation, "eps": eps, "momentum": momentum},
            inputs,
            batch_norm(*options),
            fixed=("mean", "variance"),
        )


golden.write(__file__, list(cases()))
