"""Steps of torch.optim's optimisers on three arrays with given gradients; float64, all digits.

{"cases": [{"name", "optimizer", "options", "rates": [steps], "clip": {kind: limit}, "groups": [{"path", "rate",
"weightDecay"}], "frozen": {path: [steps]}, "start": {path: values}, "gradients": [steps x {path: values}],
"norms": [steps], "end": {path: values}}]}

`rate` of a group is its share of the step's rate; `norms` are those of all gradients before clipping, by norm only;
a frozen parameter has no gradient in the steps named. Made with PyTorch 1.13.
"""

import json
import pathlib

import torch

SIZES = {"a.weight": 7, "a.bias": 1, "b.weight": 33}
NAMES = {"weightDecay": "weight_decay"}
KINDS = {
    "sgd": torch.optim.SGD,
    "nesterov": torch.optim.SGD,
    "rmsprop": torch.optim.RMSprop,
    "centered": torch.optim.RMSprop,
    "adam": torch.optim.Adam,
    "adamw": torch.optim.AdamW,
}


def numbers(seed, size):
    generator = torch.Generator().manual_seed(seed)
    return torch.round(torch.randn(size, generator=generator, dtype=torch.float64) * 1024) / 1024


def torch_options(kind, options):
    options = {NAMES.get(key, key): value for key, value in options.items()}
    if "beta1" in options:
        options["betas"] = (options.pop("beta1"), options.pop("beta2"))
    if kind in ("nesterov", "centered"):
        options[kind] = True
    return options


def in_group(path, group):
    return path == group["path"] or path.startswith(group["path"] + ".")


def torch_groups(weights, groups):
    """One torch group for each of ours, and a last one for the rest; `share` is ours."""
    made = []
    for group in groups:
        own = {"params": [w for path, w in weights.items() if in_group(path, group)], "share": group["rate"]}
        if "weightDecay" in group:
            own["weight_decay"] = group["weightDecay"]
        made.append(own)
    rest = [w for path, w in weights.items() if not any(in_group(path, group) for group in groups)]
    return made + ([{"params": rest, "share": 1.0}] if rest else [])


def case(name, kind, options, rates, clip=None, groups=(), frozen=None):
    start = {key: numbers(i, size) for i, (key, size) in enumerate(SIZES.items())}
    weights = {key: value.clone().requires_grad_() for key, value in start.items()}
    optimizer = KINDS[kind](torch_groups(weights, groups), lr=rates[0], **torch_options(kind, options))
    gradients, norms = [], []
    for step, rate in enumerate(rates):
        gradients.append({key: numbers(100 + 10 * step + i, size) for i, (key, size) in enumerate(SIZES.items())})
        for key, weight in weights.items():
            still = step in (frozen or {}).get(key, [])
            weight.grad = None if still else gradients[-1][key].clone()
        live = [w for w in weights.values() if w.grad is not None]
        for what, limit in (clip or {}).items():
            if what == "norm":
                norms.append(torch.nn.utils.clip_grad_norm_(live, limit).item())
            else:
                torch.nn.utils.clip_grad_value_(live, limit)
        for group in optimizer.param_groups:
            group["lr"] = rate * group["share"]
        optimizer.step()
    written = lambda arrays: {key: value.detach().tolist() for key, value in arrays.items()}
    return {"name": name, "optimizer": kind, "options": options, "rates": rates, "clip": clip or {},
            "groups": list(groups), "frozen": frozen or {}, "start": written(start),
            "gradients": [written(g) for g in gradients], "norms": norms, "end": written(weights)}


def sgd(name, momentum, decay, rates, **more):
    return case(name, "sgd", {"momentum": momentum, "weightDecay": decay}, rates, **more)


def nesterov(name, momentum, decay, rates, **more):
    return case(name, "nesterov", {"momentum": momentum, "weightDecay": decay}, rates, **more)


def rmsprop(name, alpha, eps, decay, momentum, rates, kind="rmsprop", **more):
    options = {"alpha": alpha, "eps": eps, "weightDecay": decay, "momentum": momentum}
    return case(name, kind, options, rates, **more)


def adam(name, beta1, beta2, eps, decay, rates, kind="adam", **more):
    return case(name, kind, {"beta1": beta1, "beta2": beta2, "eps": eps, "weightDecay": decay}, rates, **more)


SAME = [0.01] * 5
FALLING = [0.1, 0.08, 0.05, 0.02, 0.001]
TEN = [0.02] * 10
SLOW_A = [{"path": "a", "rate": 0.1}]
APART = [{"path": "a.weight", "rate": 0.5, "weightDecay": 0.2}, {"path": "a.bias", "rate": 2.0, "weightDecay": 0.0}]
STILL = [{"path": "b", "rate": 0.0}]
cases = [
    sgd("plain", 0.0, 0.0, SAME),
    sgd("momentum", 0.9, 0.0, SAME),
    sgd("momentum, falling rate", 0.9, 0.0, FALLING),
    sgd("weight decay", 0.0, 0.1, FALLING),
    sgd("momentum and weight decay", 0.5, 0.01, SAME),
    sgd("ten steps", 0.99, 0.001, TEN),
    nesterov("momentum", 0.9, 0.0, SAME),
    nesterov("momentum and weight decay, falling rate", 0.5, 0.01, FALLING),
    rmsprop("defaults", 0.99, 1e-8, 0.0, 0.0, SAME),
    rmsprop("falling rate", 0.99, 1e-8, 0.0, 0.0, FALLING),
    rmsprop("other alpha and eps", 0.9, 1e-3, 0.0, 0.0, SAME),
    rmsprop("momentum", 0.99, 1e-8, 0.0, 0.9, SAME),
    rmsprop("momentum and weight decay", 0.8, 1e-6, 0.05, 0.5, FALLING),
    rmsprop("defaults", 0.99, 1e-8, 0.0, 0.0, SAME, kind="centered"),
    rmsprop("momentum and weight decay, ten steps", 0.9, 1e-4, 0.01, 0.9, TEN, kind="centered"),
    adam("defaults", 0.9, 0.999, 1e-8, 0.0, SAME),
    adam("falling rate", 0.9, 0.999, 1e-8, 0.0, FALLING),
    adam("other betas and eps", 0.5, 0.9, 1e-3, 0.0, SAME),
    adam("weight decay", 0.9, 0.999, 1e-8, 0.05, FALLING),
    adam("no memory", 0.0, 0.0, 1e-6, 0.0, SAME),
    adam("defaults", 0.9, 0.999, 1e-8, 0.01, SAME, kind="adamw"),
    adam("strong weight decay, falling rate", 0.9, 0.999, 1e-8, 0.5, FALLING, kind="adamw"),
    adam("no weight decay", 0.9, 0.999, 1e-8, 0.0, SAME, kind="adamw"),
    adam("other betas and eps, ten steps", 0.5, 0.9, 1e-3, 0.1, TEN, kind="adamw"),
    sgd("clipped by norm", 0.9, 0.0, SAME, clip={"norm": 2.0}),
    sgd("norm that is never reached", 0.9, 0.0, SAME, clip={"norm": 100.0}),
    sgd("clipped by value", 0.9, 0.0, SAME, clip={"value": 0.5}),
    adam("clipped by norm", 0.9, 0.999, 1e-8, 0.0, SAME, clip={"norm": 0.25}, kind="adamw"),
    sgd("slow group", 0.9, 0.01, FALLING, groups=SLOW_A),
    rmsprop("two groups and the rest", 0.99, 1e-8, 0.01, 0.5, SAME, groups=APART),
    adam("two groups and the rest", 0.9, 0.999, 1e-8, 0.01, SAME, groups=APART),
    adam("two groups and the rest", 0.9, 0.999, 1e-8, 0.01, FALLING, groups=APART, kind="adamw"),
    adam("group that stands still", 0.9, 0.999, 1e-8, 0.1, SAME, groups=STILL, kind="adamw"),
    sgd("frozen at first", 0.9, 0.1, SAME, frozen={"a.weight": [0, 1, 2]}),
    adam("frozen at first", 0.9, 0.999, 1e-8, 0.0, SAME, frozen={"a.weight": [0, 1, 2]}),
    adam("frozen in between, clipped", 0.9, 0.999, 1e-8, 0.1, TEN, clip={"norm": 1.0},
         frozen={"b.weight": [2, 3, 4]}, kind="adamw"),
    rmsprop("frozen for ever", 0.99, 1e-8, 0.1, 0.0, SAME, frozen={"b.weight": [0, 1, 2, 3, 4]}),
]
lines = ",\n".join(json.dumps(each, separators=(",", ":")) for each in cases)
pathlib.Path(__file__).with_suffix(".json").write_text('{"cases":[\n' + lines + "\n]}\n")
print(len(cases), "cases")
