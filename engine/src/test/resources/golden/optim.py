"""Five steps of torch.optim's optimisers on two arrays with given gradients; float64, all digits.

{"cases": [{"name", "optimizer", "options", "rates": [5], "start": {a, b}, "gradients": [5 x {a, b}], "end": {a, b}}]}
"""

import json
import pathlib

import torch

SIZES = {"a": 7, "b": 33}


def numbers(seed, size):
    generator = torch.Generator().manual_seed(seed)
    return torch.round(torch.randn(size, generator=generator, dtype=torch.float64) * 1024) / 1024


def case(name, kind, options, rates):
    start = {key: numbers(i, size) for i, (key, size) in enumerate(SIZES.items())}
    weights = {key: value.clone().requires_grad_() for key, value in start.items()}
    torch_options = dict(options)
    if kind == "adam":
        torch_options["betas"] = (torch_options.pop("beta1"), torch_options.pop("beta2"))
    if kind == "nesterov":
        torch_options["nesterov"] = True
    optimizer = {"sgd": torch.optim.SGD, "nesterov": torch.optim.SGD, "adam": torch.optim.Adam}[kind](
        weights.values(), lr=rates[0], **{{"weightDecay": "weight_decay"}.get(k, k): v for k, v in torch_options.items()})
    gradients = []
    for step, rate in enumerate(rates):
        gradients.append({key: numbers(100 + 10 * step + i, size) for i, (key, size) in enumerate(SIZES.items())})
        for key, weight in weights.items():
            weight.grad = gradients[-1][key].clone()
        optimizer.param_groups[0]["lr"] = rate
        optimizer.step()
    written = lambda arrays: {key: value.detach().tolist() for key, value in arrays.items()}
    return {"name": name, "optimizer": kind, "options": options, "rates": rates, "start": written(start),
            "gradients": [written(g) for g in gradients], "end": written(weights)}


def sgd(name, momentum, decay, rates):
    return case(name, "sgd", {"momentum": momentum, "weightDecay": decay}, rates)


def nesterov(name, momentum, decay, rates):
    return case(name, "nesterov", {"momentum": momentum, "weightDecay": decay}, rates)


def adam(name, beta1, beta2, eps, decay, rates):
    return case(name, "adam", {"beta1": beta1, "beta2": beta2, "eps": eps, "weightDecay": decay}, rates)


SAME = [0.01] * 5
FALLING = [0.1, 0.08, 0.05, 0.02, 0.001]
cases = [
    sgd("plain", 0.0, 0.0, SAME),
    sgd("momentum", 0.9, 0.0, SAME),
    sgd("momentum, falling rate", 0.9, 0.0, FALLING),
    sgd("weight decay", 0.0, 0.1, FALLING),
    sgd("momentum and weight decay", 0.5, 0.01, SAME),
    adam("defaults", 0.9, 0.999, 1e-8, 0.0, SAME),
    adam("falling rate", 0.9, 0.999, 1e-8, 0.0, FALLING),
    adam("other betas and eps", 0.5, 0.9, 1e-3, 0.0, SAME),
    adam("weight decay", 0.9, 0.999, 1e-8, 0.05, FALLING),
    adam("no memory", 0.0, 0.0, 1e-6, 0.0, SAME),
    nesterov("momentum", 0.9, 0.0, SAME),
    nesterov("momentum and weight decay, falling rate", 0.5, 0.01, FALLING),
]
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps({"cases": cases}) + "\n")
