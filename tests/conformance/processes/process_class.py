"""A class derived from Process: run() works on the child's copy of it; names, families and what they say of themselves."""
import multiprocessing as mp
import os
import threading
import time


class Worker(mp.Process):
    def __init__(self, queue, **kwargs):
        super().__init__(**kwargs)
        self.queue, self.state = queue, "new"

    def run(self):
        self.state = "ran"
        me = mp.current_process()
        self.queue.put((self.state, me is self, me.name, me.daemon, mp.parent_process().name,
                        os.getppid() == mp.parent_process().pid, os.getpid() == self.pid,
                        threading.current_thread().name, threading.main_thread() is threading.current_thread(),
                        threading.active_count(), self.is_alive(), mp.active_children()))


def family(depth, queue):
    queue.put((mp.current_process().name, mp.parent_process().name))
    if depth:
        children = [mp.Process(target=family, args=(depth - 1, queue)) for _ in range(2)]
        for child in children:
            child.start()
            child.join()


def may_not(queue):
    try:
        mp.Process(target=print).start()
    except AssertionError as error:
        queue.put(str(error))


def main():
    queue = mp.Queue()
    for kwargs in ({}, {"name": "named"}, {"daemon": True}):
        worker = Worker(queue, **kwargs)
        print(worker.state, worker.name, worker.daemon, worker.pid, worker.exitcode, worker.is_alive())
        worker.start()
        print(queue.get())
        worker.join()
        print(worker.state, worker.exitcode, worker.is_alive(), repr(worker).replace(str(worker.pid), "PID")
              .replace(str(os.getpid()), "PARENT"))
    queue = mp.SimpleQueue()
    family_process = mp.Process(target=family, args=(2, queue))
    family_process.start()
    family_process.join()
    for _ in range(7):
        print(*queue.get())
    process = mp.Process(target=may_not, args=(queue,), daemon=True)
    process.start()
    print(queue.get())
    process.join()
    for wrong in (process.start, lambda: mp.Process().join(), lambda: setattr(process, "daemon", False)):
        try:
            print(wrong())
        except AssertionError as error:
            print("AssertionError", error)
    process.close()
    for ask in ("is_alive", "join", "close"):
        try:
            print(ask, getattr(process, ask)())
        except ValueError as error:
            print(ask, error)
    running = mp.Process(target=time.sleep, args=(0.1,))
    running.start()
    print([child.name for child in mp.active_children()], running.join(0.02), running.exitcode)
    try:
        running.close()
    except ValueError as error:
        print(error)
    running.join()
    print(mp.active_children(), mp.current_process(), mp.parent_process())


if __name__ == "__main__":
    main()
