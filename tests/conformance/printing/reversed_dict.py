d = {"x": 1, "y": 2, "z": 3}
del d["y"]
print(list(reversed(d.values())), list(reversed(d.items())), list(d.values()))
