for x in ("s", 5, int):
    try: raise x
    except TypeError as e: print(e)
try: raise ValueError from 5
except TypeError as e: print(e)
