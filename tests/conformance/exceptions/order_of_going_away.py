class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
l = [N(i) for i in range(3)]; l.clear()
print("-")
l = [N(i) for i in range(3)]; del l
print("-")
t = tuple(N(i) for i in range(3)); del t
print("-")
d = {i: N(i) for i in range(3)}; d.clear()
