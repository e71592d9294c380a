# stderr: not compared
import multiprocessing
import time


def forever():
    time.sleep(100)


if __name__ == "__main__":
    p = multiprocessing.Process(target=forever, daemon=True)
    p.start()
    p.join(timeout=0.2)
    print(p.is_alive(), p.exitcode)
    p.terminate()
    p.join()
    print(p.is_alive(), p.exitcode)
