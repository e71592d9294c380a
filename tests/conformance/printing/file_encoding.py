import pathlib, tempfile, os
p = pathlib.Path(tempfile.mkdtemp()) / "x.txt"
with open(p, "w") as f:
    print(f.encoding.lower()); f.write("naïve café — ☃\n")
print(p.read_bytes(), ascii(open(p).read()))
