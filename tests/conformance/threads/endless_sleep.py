import time
for v in (float("inf"), 1e20):
    try:
        time.sleep(v)
    except OverflowError as e:
        print(e)
