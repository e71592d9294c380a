from concurrent.futures import ThreadPoolExecutor
import time
with ThreadPoolExecutor(1) as ex:
    f = ex.submit(time.sleep, 0.1)
    while not f.done():
        pass
    print("done")
