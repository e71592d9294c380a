def f():
    try: raise ValueError
    except ValueError as e: pass
    print(e)
def g():
    x += 1
def h():
    def i(): return y
    i()
    y = 1
for fn in (f, g, h):
    try: fn()
    except NameError as e: print(type(e).__name__, e)
