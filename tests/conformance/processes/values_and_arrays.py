"""Shared values and arrays have types; locks and semaphores of processes have words of their own."""
import ctypes
import multiprocessing as mp


def add(value, array, text):
    for _ in range(100):
        with value.get_lock():
            value.value += 1
    for i in range(len(array)):
        array[i] *= 2
    text.value = text.value.upper()


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def main():
    value, array, text = mp.Value("i", 5), mp.Array("d", [1.5, 2.5]), mp.Array("c", b"hello")
    processes = [mp.Process(target=add, args=(value, array, text)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(value.value, array[:], text.value, len(array))
    print(mp.Value("d").value, mp.Value("b", 200).value, mp.Value(ctypes.c_bool, True).value, mp.Array("i", 3)[:])
    attempt(lambda: mp.Value("d", "x"))
    attempt(lambda: array[5])
    attempt(lambda: setattr(value, "value", 2.5))
    print(mp.Value("i", 1, lock=False), mp.RawArray("h", 2)[:])
    array[0:2] = [9.0, 8.0]
    print(list(array))

    lock, again, semaphore = mp.Lock(), mp.RLock(), mp.BoundedSemaphore(2)
    print(lock, again, semaphore)
    print(lock.acquire(), lock.acquire(block=False), lock.acquire(timeout=0.05), lock)
    lock.release()
    attempt(lock.release)
    attempt(again.release)
    with again, again:
        print(again)
    print(semaphore.acquire(), semaphore.get_value())
    semaphore.release()
    attempt(semaphore.release)
    event, condition = mp.Event(), mp.Condition()
    print(event.is_set(), event.wait(0.02), event.set(), event.is_set())
    attempt(condition.notify)
    attempt(lambda: mp.Barrier(2).wait(0.02))


if __name__ == "__main__":
    main()
