# stderr: not compared
import multiprocessing

value = 1


def change():
    global value
    value = 2
    print("child", value, multiprocessing.current_process().name, flush=True)


if __name__ == "__main__":
    p = multiprocessing.Process(target=change, name="child")
    p.start()
    p.join()
    print("parent", value, multiprocessing.current_process().name)
