def r(): r()
try: r()
except RecursionError as e: print(repr(str(e)))
