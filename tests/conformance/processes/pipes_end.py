# virtual: 0.37
"""Pipes: both ends, who holds them, what is left when one is closed, and waiting for several."""
import multiprocessing as mp
import time
from multiprocessing.connection import wait


def echo(connection):
    while True:
        try:
            item = connection.recv()
        except EOFError:
            print("echo: end", flush=True)
            break
        connection.send(item if item != "quit" else "bye")
        if item == "quit":
            break
    connection.close()


def producer(connection, name, delay):
    with connection:
        for n in range(2):
            time.sleep(delay)
            connection.send((name, n))


def main():
    here, there = mp.Pipe()
    process = mp.Process(target=echo, args=(there,))
    process.start()
    there.close()
    for item in ("a", [1, 2], "quit"):
        here.send(item)
        print(here.recv())
    process.join()
    try:
        here.recv()
    except EOFError:
        print("EOFError")
    try:
        here.send("nobody")
    except OSError as error:
        print(type(error).__name__)
    try:
        there.send(1)
    except OSError as error:
        print(error)
    print(here.closed, there.closed, process.exitcode)

    receiver, sender = mp.Pipe(duplex=False)
    print(receiver.readable, receiver.writable, receiver.poll(), receiver.poll(0.1))
    for wrong in (lambda: receiver.send(1), sender.recv):
        try:
            wrong()
        except OSError as error:
            print(error)
    sender.send_bytes(b"bytes")
    print(receiver.poll(), receiver.recv_bytes())
    sender.close()
    print(receiver.poll())

    readers, processes = [], []
    for name, delay in (("slow", 0.11), ("fast", 0.04)):
        reader, writer = mp.Pipe(duplex=False)
        readers.append(reader)
        processes.append(mp.Process(target=producer, args=(writer, name, delay)))
        processes[-1].start()
        writer.close()
    while readers:
        for reader in wait(readers):
            try:
                print(reader.recv())
            except EOFError:
                readers.remove(reader)
    sentinels = [process.sentinel for process in processes]
    for process in processes:
        process.join()
    print(len(wait(sentinels, timeout=0)))
    idle, _keep = mp.Pipe()
    print(wait([idle], timeout=0.05))


if __name__ == "__main__":
    main()
