"""What a child imports first is its own or the library's: threads and tasks there and in the parent do not mix."""
import multiprocessing as mp
import threading


def name():
    return threading.current_thread().name


def child(queue):
    import asyncio
    from concurrent.futures import ThreadPoolExecutor

    async def main():
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(1, "own") as pool:
            return (await asyncio.to_thread(name), threading.active_count(), await loop.run_in_executor(pool, name),
                    await loop.run_in_executor(None, name))

    queue.put(asyncio.run(main()))


def main():
    import asyncio

    async def threaded():
        return await asyncio.to_thread(name), threading.active_count()

    for method in ("fork", "spawn"):
        context = mp.get_context(method)
        queue = context.SimpleQueue()
        process = context.Process(target=child, args=(queue,))
        process.start()
        print(queue.get())
        process.join()
        print(process.exitcode, threading.active_count(), asyncio.run(threaded()), threading.active_count())


if __name__ == "__main__":
    main()
