"""Each process configures its own logging; records come to a listener through a queue, as in the cookbook."""
import logging
import logging.handlers
import multiprocessing as mp
import sys


def listener(queue):
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(processName)s %(threadName)s %(name)s %(levelname)s %(message)s"))
    logging.getLogger().addHandler(handler)
    for record in iter(queue.get, None):
        logging.getLogger(record.name).handle(record)


def worker(queue, n):
    root = logging.getLogger()
    root.addHandler(logging.handlers.QueueHandler(queue))
    root.setLevel(logging.DEBUG)
    logging.getLogger(f"work.{n}").info("message %d", n)
    logging.debug("debug of %s", n)


if __name__ == "__main__":
    queue = mp.Queue()
    listening = mp.Process(target=listener, args=(queue,), name="listener")
    listening.start()
    for n in range(3):
        working = mp.Process(target=worker, args=(queue, n))
        working.start()
        working.join()
    queue.put(None)
    listening.join()
    print(logging.getLogger().handlers, logging.getLogger().level, logging.getLogger("work.1").level)
