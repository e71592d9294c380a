print(f"[{True:>6}] [{False:<6}] [{True:6}] [{True:^8}] [{True:d}] [{True}]")
print("{:>8} {:8}".format(True, False))
