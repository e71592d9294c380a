"""A spawned process imports the program anew, as __mp_main__, and finds its target by name."""
import multiprocessing as mp
import sys

print("importing", __name__, flush=True)
value = 1


class Item:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Item) and self.n == other.n


def child(queue, item):
    queue.put((__name__, value, mp.current_process().name, mp.get_start_method(), item == Item(3), Item.__module__,
               sys.modules["__main__"].__name__, Item(4)))


def square(x):
    return x * x + value - 1


if __name__ == "__main__":
    value = 2
    mp.set_start_method("spawn")
    print(mp.get_start_method(), mp.get_all_start_methods())
    queue = mp.Queue()
    process = mp.Process(target=child, args=(queue, Item(3)))
    process.start()
    *told, item = queue.get()
    print(*told, item == Item(4))
    process.join()
    print(process.exitcode, process.name)
    with mp.Pool(1) as pool:
        print(pool.map(square, [1, 2, 3]))
    try:
        mp.Process(target=lambda: None).start()
    except Exception as error:
        print(type(error).__name__, str(error).partition(" at 0x")[0])
    for wrong in (lambda: mp.set_start_method("fork"), lambda: mp.get_context("nope"),
                  lambda: mp.set_start_method("nope", force=True)):
        try:
            wrong()
        except (RuntimeError, ValueError) as error:
            print(type(error).__name__, error)
    context = mp.get_context("fork")
    process = context.Process(target=print, args=("forked",))
    process.start()
    process.join()
    print(type(process).__name__, process.name, context.get_start_method())
