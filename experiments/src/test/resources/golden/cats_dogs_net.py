"""Five training steps of the cats-dogs network in PyTorch, float64: writes cats_dogs_net.json beside it.

The learning rates are small: at larger ones PyTorch in float32 itself drifts from float64 within five steps.
Input, targets and first weights follow formulas that the Java test repeats. SAME padding as TensorFlow's: an odd
remainder goes to the right. Run: python3 cats_dogs_net.py
"""
import json
import pathlib

import torch
from torch import nn

torch.set_num_threads(1)
N, LENGTH, STEPS = 4, 16000, 5


class Same(nn.Module):
    def forward(self, x):
        length = x.shape[-1]
        total = max(((length + 1) // 2 - 1) * 2 + 3 - length, 0)
        return nn.functional.pad(x, (total // 2, total - total // 2))


def network():
    layers, names = [], {}
    for i in range(10):
        layers += [Same(), nn.Conv1d(1 if i == 0 else 10, 10, 3, stride=2), nn.BatchNorm1d(10), nn.ReLU()]
        names[4 * i + 1], names[4 * i + 2] = f"features.{3 * i}", f"features.{3 * i + 1}"
    layers += [nn.AdaptiveAvgPool1d(1), nn.Flatten(), nn.Linear(10, 1)]
    names[42] = "classifier"
    net = nn.Sequential(*layers).double()
    rename = lambda key: names[int(key.split(".")[0])] + "." + key.split(".")[1]
    with torch.no_grad():
        for p, (key, value) in enumerate(net.named_parameters()):
            i = torch.arange(value.numel(), dtype=torch.float64)
            wave = torch.sin(1.7 * i + 0.3 * p)
            first = 1 + 0.1 * wave if ".weight" in key and value.dim() == 1 else 0.4 * wave
            value.copy_(first.reshape(value.shape))
    return net, rename


t = torch.arange(N * LENGTH, dtype=torch.float64)
x = (torch.sin(0.05 * t) + 0.5 * torch.sin(0.31 * t + 1) + 0.2 * torch.sin(1e-6 * t * t)).reshape(N, 1, LENGTH)
y = torch.tensor([0.0, 1.0, 0.0, 1.0], dtype=torch.float64).reshape(N, 1)

table = {}
for kind in ("sgd", "adam"):
    net, rename = network()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.002, momentum=0.9) if kind == "sgd" else torch.optim.Adam(
        net.parameters(), lr=0.0005)
    losses = []
    for step in range(STEPS):
        optimizer.zero_grad()
        loss = nn.functional.binary_cross_entropy_with_logits(net(x), y)
        loss.backward()
        losses.append(loss.item())
        if step == 0 and kind == "sgd":
            table["gradients"] = {rename(k): v.grad.flatten().tolist() for k, v in net.named_parameters()}
        optimizer.step()
    table[kind] = {
        "losses": losses,
        "end": {rename(k): v.detach().flatten().tolist() for k, v in net.state_dict().items() if "num_batches" not in k},
    }
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(table) + "\n")
