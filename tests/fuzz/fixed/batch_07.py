"""Random programs, one after the other, each on a loop of its own."""

import asyncio

# What a program leaves behind stays whole, so that it says nothing during the next.
KEPT = []
PROGRAMS = [
    (107000, r"""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="-")
tasks = []


def log(*words):
    print(*words)


def spawn(me, coro):
    task = asyncio.create_task(coro, name=me)
    tasks.append(task)
    return task


def outcome(task):
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    return repr(task.exception() or task.result())


def done(task):
    log("callback of", task.get_name(), outcome(task), var.get())


def handler(loop, context):
    # When something unused is thrown away is the affair of the interpreter.
    if "never retrieved" not in context["message"]:
        log("handler:", context["message"], repr(context.get("exception")))


def settle(fut, value):
    if not fut.done():
        fut.set_result(value)


async def counted(me, n, delay):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(delay)
    finally:
        log(me, "generator closed")


async def f0(me):
    log(me, "begins")
    try:
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.25))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
    async with sems[1]:
        log(me, "holds sems[1]", sems[1].locked())
        for c2 in asyncio.as_completed([spawn(me + "/c0", asyncio.sleep(0.07, 1))], timeout=None):
            try:
                log(me, "completed", await c2)
            except (ValueError, TimeoutError) as e:
                log(me, "completed with", repr(e))
        log(me, "gathered", await asyncio.gather(asyncio.sleep(0.05, 3)))
        events[1].set()
        log(me, "event set", events[1].is_set())
    log(me, "left sems[1]", sems[1].locked())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg4:
            tg4.create_task(f2(me + "/5"), name=me + "/tg40")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    return 6
    await asyncio.sleep(0.2)
    log(me, 7)
    try:
        async with asyncio.timeout(0.15):
            var.set(8)
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    var.set(9)
    await asyncio.sleep(0)
    log(me, 10, asyncio.current_task().cancelling())
    fut11 = asyncio.get_running_loop().create_future()
    fut11.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
    asyncio.get_running_loop().call_later(0.2, settle, fut11, 11)
    try:
        log(me, "future", await fut11)
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, fut11.cancelled(), asyncio.current_task().cancelling())
        raise
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0.1, 12), asyncio.sleep(0.07, 13), return_exceptions=True))
    log(me, "ends")
    return "r2"


async def main():
    global locks, events, queues, sems, conds, barriers
    locks = [asyncio.Lock() for _ in range(2)]
    events = [asyncio.Event() for _ in range(2)]
    queues = [asyncio.Queue(), asyncio.Queue(1)]
    sems = [asyncio.Semaphore(2), asyncio.BoundedSemaphore(1)]
    conds = [asyncio.Condition()]
    barriers = [asyncio.Barrier(2)]
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    start = loop.time()
    try:
        async with asyncio.timeout(5):
            log("main returned", await f0("m"))
    except BaseException as e:
        log("main raised", repr(e), asyncio.current_task().cancelling())
    log("wait", len((await asyncio.wait(tasks, timeout=1))[0]) if tasks else 0)
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (107001, r"""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="-")
tasks = []


def log(*words):
    print(*words)


def spawn(me, coro):
    task = asyncio.create_task(coro, name=me)
    tasks.append(task)
    return task


def outcome(task):
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    return repr(task.exception() or task.result())


def done(task):
    log("callback of", task.get_name(), outcome(task), var.get())


def handler(loop, context):
    # When something unused is thrown away is the affair of the interpreter.
    if "never retrieved" not in context["message"]:
        log("handler:", context["message"], repr(context.get("exception")))


def settle(fut, value):
    if not fut.done():
        fut.set_result(value)


async def counted(me, n, delay):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(delay)
    finally:
        log(me, "generator closed")


async def f0(me):
    log(me, "begins")
    log(me, "gathered", await asyncio.gather(f2(me + "/1"), f2(me + "/2"), f2(me + "/3"), return_exceptions=True))
    log(me, "gathered", await asyncio.gather(f1(me + "/4"), f3(me + "/5"), asyncio.sleep(0.05, 6)))
    for i7 in range(3):
        log(me, "round", i7)
        await asyncio.wait_for(events[0].wait(), 0.15000000000000002)
        log(me, "event wait", events[0].is_set())
        t8 = spawn(me + "/t8", f3(me + "/9"))
        log(me, 10)
        log(me, 11)
        log(me, "awaited", await t8)
    t12 = spawn(me + "/t12", f1(me + "/13"))
    log(me, 14)
    log(me, 15)
    await asyncio.wait([t12], timeout=0.1); log(me, outcome(t12))
    try:
        async with asyncio.TaskGroup() as tg16:
            tg16.create_task(f3(me + "/17"), name=me + "/tg160")
            try:
                async for x18 in counted(me, 1, 0):
                    log(me, "item", x18)
            except ValueError as e:
                log(me, "caught", repr(e))
            except asyncio.CancelledError as e:
                log(me, "cancelled", e.args, asyncio.current_task().cancelling())
                await asyncio.sleep(0)
            await asyncio.sleep(0.1)
            log(me, 19, var.get())
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    t20 = spawn(me + "/t20", f2(me + "/21"))
    t20.add_done_callback(done)
    log(me, 22, asyncio.current_task().cancelling())
    log(me, "cancels t20", t20.cancel())
    t23 = spawn(me + "/t23", f2(me + "/24"))
    log(me, 25, asyncio.current_task().cancelling())
    await asyncio.wait([t23], timeout=0.2); log(me, outcome(t23))
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        await asyncio.sleep(0.05)
        log(me, 26)
    finally:
        await asyncio.sleep(0)
        log(me, 27)
    log(me, 28)
    s29 = spawn(me + "/s29", f3(me + "/30"))
    try:
        log(me, "shielded", await asyncio.wait_for(asyncio.shield(s29), 0.15))
    except TimeoutError:
        log(me, "shield timed out", s29.done())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    t31 = spawn(me + "/t31", asyncio.sleep(0, 32))
    log(me, 33, var.get())
    log(me, 34)
    log(me, "cancels t31", t31.cancel("t31"), t31.cancelling())
    try:
        async with asyncio.TaskGroup() as tg35:
            tg35.create_task(asyncio.sleep(0, 36), name=me + "/tg350")
            tg35.create_task(asyncio.sleep(0.05, 37), name=me + "/tg351")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg38:
            tg38.create_task(asyncio.sleep(0.1, 39), name=me + "/tg380")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r3"


async def main():
    global locks, events, queues, sems, conds, barriers
    locks = [asyncio.Lock() for _ in range(2)]
    events = [asyncio.Event() for _ in range(2)]
    queues = [asyncio.Queue(), asyncio.Queue(1)]
    sems = [asyncio.Semaphore(2), asyncio.BoundedSemaphore(1)]
    conds = [asyncio.Condition()]
    barriers = [asyncio.Barrier(2)]
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    start = loop.time()
    try:
        async with asyncio.timeout(5):
            log("main returned", await f0("m"))
    except BaseException as e:
        log("main raised", repr(e), asyncio.current_task().cancelling())
    for t in tasks:
        t.cancel()
    log("last", await asyncio.gather(*tasks, return_exceptions=True))
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (107002, r"""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="-")
tasks = []


def log(*words):
    print(*words)


def spawn(me, coro):
    task = asyncio.create_task(coro, name=me)
    tasks.append(task)
    return task


def outcome(task):
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    return repr(task.exception() or task.result())


def done(task):
    log("callback of", task.get_name(), outcome(task), var.get())


def handler(loop, context):
    # When something unused is thrown away is the affair of the interpreter.
    if "never retrieved" not in context["message"]:
        log("handler:", context["message"], repr(context.get("exception")))


def settle(fut, value):
    if not fut.done():
        fut.set_result(value)


async def counted(me, n, delay):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(delay)
    finally:
        log(me, "generator closed")


async def f0(me):
    log(me, "begins")
    try:
        log(me, "queue", queues[1].get_nowait() if queues[1].qsize() else None, queues[1].qsize())
        try:
            async with asyncio.TaskGroup() as tg2:
                tg2.create_task(f1(me + "/3"), name=me + "/tg20")
                tg2.create_task(asyncio.sleep(0.07, 4), name=me + "/tg21")
                log(me, "cancels", len(tasks) > 3 and tasks[3].cancel())
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        raise KeyError(5)
    except ValueError as e:
        log(me, "caught", repr(e))
    finally:
        log(me, 6, asyncio.current_task().cancelling())
    fut7 = asyncio.get_running_loop().create_future()
    fut7.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
    asyncio.get_running_loop().call_later(0.2, settle, fut7, 7)
    try:
        log(me, "future", await fut7)
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, fut7.cancelled(), asyncio.current_task().cancelling())
        pass
    try:
        async with asyncio.TaskGroup() as tg8:
            tg8.create_task(f1(me + "/9"), name=me + "/tg80")
            tg8.create_task(f1(me + "/10"), name=me + "/tg81")
            log(me, "got", await f1(me + "/11"))
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    t12 = spawn(me + "/t12", asyncio.sleep(0, 13))
    log(me, "cancels t12", t12.cancel())
    for c15 in asyncio.as_completed([spawn(me + "/c0", asyncio.sleep(0, 14))], timeout=None):
        try:
            log(me, "completed", await c15)
        except (ValueError, TimeoutError) as e:
            log(me, "completed with", repr(e))
    asyncio.current_task().cancel("self")
    var.set(16)
    log(me, "ends")
    return "r1"


async def main():
    global locks, events, queues, sems, conds, barriers
    locks = [asyncio.Lock() for _ in range(2)]
    events = [asyncio.Event() for _ in range(2)]
    queues = [asyncio.Queue(), asyncio.Queue(1)]
    sems = [asyncio.Semaphore(2), asyncio.BoundedSemaphore(1)]
    conds = [asyncio.Condition()]
    barriers = [asyncio.Barrier(2)]
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    start = loop.time()
    try:
        async with asyncio.timeout(5):
            log("main returned", await f0("m"))
    except BaseException as e:
        log("main raised", repr(e), asyncio.current_task().cancelling())
    for t in tasks:
        if not t.done():
            t.cancel("over")
    tasks and await asyncio.wait(tasks, timeout=1)
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (107003, r"""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="-")
tasks = []


def log(*words):
    print(*words)


def spawn(me, coro):
    task = asyncio.create_task(coro, name=me)
    tasks.append(task)
    return task


def outcome(task):
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    return repr(task.exception() or task.result())


def done(task):
    log("callback of", task.get_name(), outcome(task), var.get())


def handler(loop, context):
    # When something unused is thrown away is the affair of the interpreter.
    if "never retrieved" not in context["message"]:
        log("handler:", context["message"], repr(context.get("exception")))


def settle(fut, value):
    if not fut.done():
        fut.set_result(value)


async def counted(me, n, delay):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(delay)
    finally:
        log(me, "generator closed")


async def f0(me):
    log(me, "begins")
    try:
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.1))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
    t1 = spawn(me + "/t1", f1(me + "/2"))
    log(me, 3, asyncio.current_task().cancelling())
    log(me, "cancels t1", t1.cancel())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    async with locks[1]:
        log(me, "holds locks[1]", locks[1].locked())
        try:
            log(me, "in time", await asyncio.wait_for(asyncio.sleep(0, 4), 0))
        except TimeoutError:
            log(me, "timeout")
        log(me, "cancels", len(tasks) > 2 and tasks[2].cancel())
    log(me, "left locks[1]", locks[1].locked())
    try:
        async with asyncio.TaskGroup() as tg5:
            tg5.create_task(asyncio.sleep(0.1, 6), name=me + "/tg50")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.1, 7), 0.05))
    except TimeoutError:
        log(me, "timeout")
    log(me, "ends")
    return "r1"


async def main():
    global locks, events, queues, sems, conds, barriers
    locks = [asyncio.Lock() for _ in range(2)]
    events = [asyncio.Event() for _ in range(2)]
    queues = [asyncio.Queue(), asyncio.Queue(1)]
    sems = [asyncio.Semaphore(2), asyncio.BoundedSemaphore(1)]
    conds = [asyncio.Condition()]
    barriers = [asyncio.Barrier(2)]
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    start = loop.time()
    try:
        async with asyncio.timeout(5):
            log("main returned", await f0("m"))
    except BaseException as e:
        log("main raised", repr(e), asyncio.current_task().cancelling())
    for t in tasks:
        if not t.done():
            t.cancel("over")
    tasks and await asyncio.wait(tasks, timeout=1)
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (107004, r"""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="-")
tasks = []


def log(*words):
    print(*words)


def spawn(me, coro):
    task = asyncio.create_task(coro, name=me)
    tasks.append(task)
    return task


def outcome(task):
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    return repr(task.exception() or task.result())


def done(task):
    log("callback of", task.get_name(), outcome(task), var.get())


def handler(loop, context):
    # When something unused is thrown away is the affair of the interpreter.
    if "never retrieved" not in context["message"]:
        log("handler:", context["message"], repr(context.get("exception")))


def settle(fut, value):
    if not fut.done():
        fut.set_result(value)


async def counted(me, n, delay):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(delay)
    finally:
        log(me, "generator closed")


async def f0(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg1:
            tg1.create_task(asyncio.sleep(0.15, 2), name=me + "/tg10")
            t3 = spawn(me + "/t3", f1(me + "/4"))
            t3.add_done_callback(done)
            log(me, 5)
            t3.cancel(); log(me, await asyncio.gather(t3, return_exceptions=True))
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        for i6 in range(2):
            log(me, "round", i6)
            g7 = asyncio.gather(asyncio.sleep(0.2, 8), return_exceptions=True)
            await asyncio.sleep(0)
            log(me, "cancel gather", g7.cancel("g7"), g7.done())
            try:
                log(me, await g7)
            except asyncio.CancelledError as e:
                log(me, "gather cancelled", g7.cancelled(), asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 9, var.get())
    w10 = [spawn(me + "/w100", asyncio.sleep(0.2, 11)), spawn(me + "/w101", asyncio.sleep(0, 12))]
    await asyncio.wait(w10, timeout=0.1, return_when=asyncio.FIRST_COMPLETED)
    log(me, "waited", [outcome(t) for t in w10])
    g13 = asyncio.gather(asyncio.sleep(0.07, 14), return_exceptions=True)
    await asyncio.sleep(0.1)
    log(me, "cancel gather", g13.cancel("g13"), g13.done())
    try:
        log(me, await g13)
    except asyncio.CancelledError as e:
        log(me, "gather cancelled", g13.cancelled(), asyncio.current_task().cancelling())
    w15 = [spawn(me + "/w150", asyncio.sleep(0.2, 16))]
    await asyncio.wait(w15, timeout=0.15, return_when=asyncio.ALL_COMPLETED)
    log(me, "waited", [outcome(t) for t in w15])
    log(me, "ends")
    return "r1"


async def main():
    global locks, events, queues, sems, conds, barriers
    locks = [asyncio.Lock() for _ in range(2)]
    events = [asyncio.Event() for _ in range(2)]
    queues = [asyncio.Queue(), asyncio.Queue(1)]
    sems = [asyncio.Semaphore(2), asyncio.BoundedSemaphore(1)]
    conds = [asyncio.Condition()]
    barriers = [asyncio.Barrier(2)]
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    start = loop.time()
    try:
        async with asyncio.timeout(5):
            log("main returned", await f0("m"))
    except BaseException as e:
        log("main raised", repr(e), asyncio.current_task().cancelling())
    log("wait", len((await asyncio.wait(tasks, timeout=1))[0]) if tasks else 0)
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (107005, r"""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="-")
tasks = []


def log(*words):
    print(*words)


def spawn(me, coro):
    task = asyncio.create_task(coro, name=me)
    tasks.append(task)
    return task


def outcome(task):
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    return repr(task.exception() or task.result())


def done(task):
    log("callback of", task.get_name(), outcome(task), var.get())


def handler(loop, context):
    # When something unused is thrown away is the affair of the interpreter.
    if "never retrieved" not in context["message"]:
        log("handler:", context["message"], repr(context.get("exception")))


def settle(fut, value):
    if not fut.done():
        fut.set_result(value)


async def counted(me, n, delay):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(delay)
    finally:
        log(me, "generator closed")


async def f0(me):
    log(me, "begins")
    log(me, "gathered", await asyncio.gather(f1(me + "/1"), asyncio.sleep(0.2, 2), f1(me + "/3"), return_exceptions=True))
    events[1].set()
    log(me, "event set", events[1].is_set())
    async for x4 in counted(me, 3, 0.1):
        log(me, "item", x4)
    log(me, "queue", queues[1].put_nowait(5) if not queues[1].full() else None, queues[1].qsize())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, "queue", queues[1].get_nowait() if queues[1].qsize() else None, queues[1].qsize())
    log(me, "ends")
    return "r1"


async def main():
    global locks, events, queues, sems, conds, barriers
    locks = [asyncio.Lock() for _ in range(2)]
    events = [asyncio.Event() for _ in range(2)]
    queues = [asyncio.Queue(), asyncio.Queue(1)]
    sems = [asyncio.Semaphore(2), asyncio.BoundedSemaphore(1)]
    conds = [asyncio.Condition()]
    barriers = [asyncio.Barrier(2)]
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    start = loop.time()
    try:
        async with asyncio.timeout(5):
            log("main returned", await f0("m"))
    except BaseException as e:
        log("main raised", repr(e), asyncio.current_task().cancelling())
    log("wait", len((await asyncio.wait(tasks, timeout=1))[0]) if tasks else 0)
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (107006, r"""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="-")
tasks = []


def log(*words):
    print(*words)


def spawn(me, coro):
    task = asyncio.create_task(coro, name=me)
    tasks.append(task)
    return task


def outcome(task):
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    return repr(task.exception() or task.result())


def done(task):
    log("callback of", task.get_name(), outcome(task), var.get())


def handler(loop, context):
    # When something unused is thrown away is the affair of the interpreter.
    if "never retrieved" not in context["message"]:
        log("handler:", context["message"], repr(context.get("exception")))


def settle(fut, value):
    if not fut.done():
        fut.set_result(value)


async def counted(me, n, delay):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(delay)
    finally:
        log(me, "generator closed")


async def f0(me):
    log(me, "begins")
    var.set(1)
    try:
        async with asyncio.timeout(0.3):
            log(me, "got", await f2(me + "/2"))
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    try:
        events[1].set()
        events[1].clear()
        log(me, "event both", events[1].is_set())
        try:
            async with asyncio.timeout(0):
                await asyncio.sleep(0)
                log(me, 3, var.get())
                var.set(4)
                t5 = spawn(me + "/t5", f1(me + "/6"))
                t5.add_done_callback(done)
                await asyncio.sleep(0.07)
                log(me, 7, var.get())
                asyncio.get_running_loop().call_later(0.1, t5.cancel)
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        try:
            async with asyncio.TaskGroup() as tg8:
                tg8.create_task(asyncio.sleep(0.15, 9), name=me + "/tg80")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    finally:
        log(me, 10)
    log(me, "got", await f2(me + "/11"))
    await asyncio.sleep(0.2)
    log(me, 12, var.get())
    at13 = asyncio.get_running_loop().time() + 0.05
    for i in range(4):
        asyncio.get_running_loop().call_at(at13, log, me, "at13", i)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async for x14 in counted(me, 2, 0.2):
            log(me, "item", x14)
        async with sems[0]:
            log(me, "holds sems[0]", sems[0].locked())
            t15 = spawn(me + "/t15", f2(me + "/16"))
            await asyncio.sleep(0)
            log(me, 17)
            await asyncio.wait([t15], timeout=0.05); log(me, outcome(t15))
            t18 = spawn(me + "/t18", f2(me + "/19"))
            t18.add_done_callback(done)
            log(me, "cancels t18", t18.cancel())
        log(me, "left sems[0]", sems[0].locked())
        log(me, "gathered", await asyncio.gather(asyncio.sleep(0.05, 20), asyncio.sleep(0.1, 21)))
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    log(me, "got", await f2(me + "/22"))
    events[0].set()
    log(me, "event set", events[0].is_set())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg23:
            tg23.create_task(asyncio.sleep(0.2, 24), name=me + "/tg230")
            async with sems[0]:
                log(me, "holds sems[0]", sems[0].locked())
                await asyncio.sleep(0)
                log(me, 25, var.get())
            log(me, "left sems[0]", sems[0].locked())
            async with locks[0]:
                log(me, "holds locks[0]", locks[0].locked())
                log(me, "queue", await asyncio.wait_for(queues[1].put(26), 0), queues[1].qsize())
                t27 = spawn(me + "/t27", asyncio.sleep(0.2, 28))
                t27.cancel(); log(me, await asyncio.gather(t27, return_exceptions=True))
                log(me, 29, asyncio.current_task().cancelling())
            log(me, "left locks[0]", locks[0].locked())
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    events[1].set()
    events[1].clear()
    log(me, "event both", events[1].is_set())
    log(me, "queue", await queues[0].put(30), queues[0].qsize())
    log(me, "ends")
    return "r2"


async def main():
    global locks, events, queues, sems, conds, barriers
    locks = [asyncio.Lock() for _ in range(2)]
    events = [asyncio.Event() for _ in range(2)]
    queues = [asyncio.Queue(), asyncio.Queue(1)]
    sems = [asyncio.Semaphore(2), asyncio.BoundedSemaphore(1)]
    conds = [asyncio.Condition()]
    barriers = [asyncio.Barrier(2)]
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    start = loop.time()
    try:
        async with asyncio.timeout(5):
            log("main returned", await f0("m"))
    except BaseException as e:
        log("main raised", repr(e), asyncio.current_task().cancelling())
    log("wait", len((await asyncio.wait(tasks, timeout=1))[0]) if tasks else 0)
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (107008, r"""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="-")
tasks = []


def log(*words):
    print(*words)


def spawn(me, coro):
    task = asyncio.create_task(coro, name=me)
    tasks.append(task)
    return task


def outcome(task):
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    return repr(task.exception() or task.result())


def done(task):
    log("callback of", task.get_name(), outcome(task), var.get())


def handler(loop, context):
    # When something unused is thrown away is the affair of the interpreter.
    if "never retrieved" not in context["message"]:
        log("handler:", context["message"], repr(context.get("exception")))


def settle(fut, value):
    if not fut.done():
        fut.set_result(value)


async def counted(me, n, delay):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(delay)
    finally:
        log(me, "generator closed")


async def f0(me):
    log(me, "begins")
    async with locks[1]:
        log(me, "holds locks[1]", locks[1].locked())
        async with sems[0]:
            log(me, "holds sems[0]", sems[0].locked())
            for c2 in asyncio.as_completed([spawn(me + "/c0", f1(me + "/1"))], timeout=None):
                try:
                    log(me, "completed", await c2)
                except (ValueError, TimeoutError) as e:
                    log(me, "completed with", repr(e))
            events[1].clear()
            log(me, "event clear", events[1].is_set())
            asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0.1, log, me + " called", 3)
        log(me, "left sems[0]", sems[0].locked())
    log(me, "left locks[1]", locks[1].locked())
    try:
        log(me, "got", await f1(me + "/4"))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        pass
    finally:
        log(me, 5)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    async with sems[1]:
        log(me, "holds sems[1]", sems[1].locked())
        try:
            async with asyncio.timeout(0):
                log(me, "gathered", await asyncio.gather(asyncio.sleep(0, 6)))
                log(me, "gathered", await asyncio.gather(asyncio.sleep(0.01, 7), asyncio.sleep(0.01, 8)))
                log(me, "got", await asyncio.sleep(0.05, 9))
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        log(me, 10, var.get())
        try:
            try:
                log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.2, 11), 0))
            except TimeoutError:
                log(me, "timeout")
            log(me, "got", await asyncio.sleep(0.2, 12))
            log(me, "got", await asyncio.sleep(0.01, 13))
        finally:
            log(me, 14, var.get())
    log(me, "left sems[1]", sems[1].locked())
    fut15 = asyncio.get_running_loop().create_future()
    fut15.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
    asyncio.get_running_loop().call_later(0.07, fut15.cancel, "fut15")
    try:
        log(me, "future", await fut15)
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, fut15.cancelled(), asyncio.current_task().cancelling())
        pass
    try:
        await asyncio.sleep(0.1)
        log(me, 16)
        log(me, "got", await asyncio.sleep(0, 17))
        var.set(18)
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        await asyncio.sleep(0.07)
        log(me, 19, asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg20:
            tg20.create_task(asyncio.sleep(0.1, 21), name=me + "/tg200")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def main():
    global locks, events, queues, sems, conds, barriers
    locks = [asyncio.Lock() for _ in range(2)]
    events = [asyncio.Event() for _ in range(2)]
    queues = [asyncio.Queue(), asyncio.Queue(1)]
    sems = [asyncio.Semaphore(2), asyncio.BoundedSemaphore(1)]
    conds = [asyncio.Condition()]
    barriers = [asyncio.Barrier(2)]
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    start = loop.time()
    try:
        async with asyncio.timeout(5):
            log("main returned", await f0("m"))
    except BaseException as e:
        log("main raised", repr(e), asyncio.current_task().cancelling())
    for t in tasks:
        t.cancel()
    log("last", await asyncio.gather(*tasks, return_exceptions=True))
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (107009, r"""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="-")
tasks = []


def log(*words):
    print(*words)


def spawn(me, coro):
    task = asyncio.create_task(coro, name=me)
    tasks.append(task)
    return task


def outcome(task):
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    return repr(task.exception() or task.result())


def done(task):
    log("callback of", task.get_name(), outcome(task), var.get())


def handler(loop, context):
    # When something unused is thrown away is the affair of the interpreter.
    if "never retrieved" not in context["message"]:
        log("handler:", context["message"], repr(context.get("exception")))


def settle(fut, value):
    if not fut.done():
        fut.set_result(value)


async def counted(me, n, delay):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(delay)
    finally:
        log(me, "generator closed")


async def f0(me):
    log(me, "begins")
    async with conds[0]:
        conds[0].notify()
        log(me, 1)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    for i2 in range(2):
        log(me, "round", i2)
        async with sems[0]:
            log(me, "holds sems[0]", sems[0].locked())
            try:
                log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.2, 3), 0.3))
            except TimeoutError:
                log(me, "timeout")
            t4 = spawn(me + "/t4", asyncio.sleep(0.2, 5))
            t4.add_done_callback(done)
            await asyncio.sleep(0.2)
            log(me, 6)
            await asyncio.sleep(0)
            log(me, 7, asyncio.current_task().cancelling())
            log(me, "awaited", await t4)
        log(me, "left sems[0]", sems[0].locked())
    try:
        async with asyncio.timeout(0):
            log(me, "got", await asyncio.sleep(0, 8))
            t9 = spawn(me + "/t9", asyncio.sleep(0.05, 10))
            log(me, 11)
            await asyncio.sleep(0)
            log(me, 12)
            log(me, "awaited", await t9)
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        async with sems[0]:
            log(me, "holds sems[0]", sems[0].locked())
            t13 = spawn(me + "/t13", asyncio.sleep(0.3, 14))
            log(me, 15)
            await asyncio.wait([t13], timeout=0.3); log(me, outcome(t13))
        log(me, "left sems[0]", sems[0].locked())
    log(me, "left locks[0]", locks[0].locked())
    log(me, "ends")
    return "r1"


async def main():
    global locks, events, queues, sems, conds, barriers
    locks = [asyncio.Lock() for _ in range(2)]
    events = [asyncio.Event() for _ in range(2)]
    queues = [asyncio.Queue(), asyncio.Queue(1)]
    sems = [asyncio.Semaphore(2), asyncio.BoundedSemaphore(1)]
    conds = [asyncio.Condition()]
    barriers = [asyncio.Barrier(2)]
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    start = loop.time()
    try:
        async with asyncio.timeout(5):
            log("main returned", await f0("m"))
    except BaseException as e:
        log("main raised", repr(e), asyncio.current_task().cancelling())
    for t in tasks:
        t.cancel()
    log("last", await asyncio.gather(*tasks, return_exceptions=True))
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (107010, r"""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="-")
tasks = []


def log(*words):
    print(*words)


def spawn(me, coro):
    task = asyncio.create_task(coro, name=me)
    tasks.append(task)
    return task


def outcome(task):
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    return repr(task.exception() or task.result())


def done(task):
    log("callback of", task.get_name(), outcome(task), var.get())


def handler(loop, context):
    # When something unused is thrown away is the affair of the interpreter.
    if "never retrieved" not in context["message"]:
        log("handler:", context["message"], repr(context.get("exception")))


def settle(fut, value):
    if not fut.done():
        fut.set_result(value)


async def counted(me, n, delay):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(delay)
    finally:
        log(me, "generator closed")


async def f0(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg1:
            tg1.create_task(f1(me + "/2"), name=me + "/tg10")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    var.set(3)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    for i4 in range(2):
        log(me, "round", i4)
        async with locks[1]:
            log(me, "holds locks[1]", locks[1].locked())
            t5 = spawn(me + "/t5", f2(me + "/6"))
            t5.add_done_callback(done)
            asyncio.get_running_loop().call_later(0, t5.cancel)
            log(me, "gathered", await asyncio.gather(f3(me + "/7"), f3(me + "/8"), return_exceptions=True))
            log(me, "gathered", await asyncio.gather(f3(me + "/9"), f2(me + "/10")))
        log(me, "left locks[1]", locks[1].locked())
    async with sems[1]:
        log(me, "holds sems[1]", sems[1].locked())
        async with conds[0]:
            conds[0].notify_all()
            log(me, 11, asyncio.current_task().cancelling())
    log(me, "left sems[1]", sems[1].locked())
    log(me, "queue", await queues[0].put(12), queues[0].qsize())
    g13 = asyncio.gather(f3(me + "/14"), return_exceptions=True)
    await asyncio.sleep(0.15)
    log(me, "cancel gather", g13.cancel("g13"), g13.done())
    try:
        log(me, await g13)
    except asyncio.CancelledError as e:
        log(me, "gather cancelled", g13.cancelled(), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    await asyncio.sleep(0)
    log(me, 15, var.get())
    events[1].set()
    log(me, "event set", events[1].is_set())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0.05):
            async with sems[0]:
                log(me, "holds sems[0]", sems[0].locked())
                t16 = spawn(me + "/t16", asyncio.sleep(0.3, 17))
                t16.add_done_callback(done)
                await asyncio.sleep(0)
                log(me, 18, var.get())
                asyncio.get_running_loop().call_later(0.1, t16.cancel)
                log(me, "cancels", len(tasks) > 1 and tasks[1].cancel())
            log(me, "left sems[0]", sems[0].locked())
            fut19 = asyncio.get_running_loop().create_future()
            fut19.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
            asyncio.get_running_loop().call_later(0.01, settle, fut19, 19)
            try:
                log(me, "future", await fut19)
            except asyncio.CancelledError as e:
                log(me, "cancelled", e.args, fut19.cancelled(), asyncio.current_task().cancelling())
                raise
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    async with locks[1]:
        log(me, "holds locks[1]", locks[1].locked())
        try:
            log(me, "in time", await asyncio.wait_for(asyncio.sleep(0, 20), 0))
        except TimeoutError:
            log(me, "timeout")
    log(me, "left locks[1]", locks[1].locked())
    log(me, "ends")
    return "r3"


async def main():
    global locks, events, queues, sems, conds, barriers
    locks = [asyncio.Lock() for _ in range(2)]
    events = [asyncio.Event() for _ in range(2)]
    queues = [asyncio.Queue(), asyncio.Queue(1)]
    sems = [asyncio.Semaphore(2), asyncio.BoundedSemaphore(1)]
    conds = [asyncio.Condition()]
    barriers = [asyncio.Barrier(2)]
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    start = loop.time()
    try:
        async with asyncio.timeout(5):
            log("main returned", await f0("m"))
    except BaseException as e:
        log("main raised", repr(e), asyncio.current_task().cancelling())
    log("wait", len((await asyncio.wait(tasks, timeout=1))[0]) if tasks else 0)
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
]


def run(seed, source):
    print("=== program", seed, flush=True)
    names = {"__name__": "program"}
    exec(compile(source, f"program {seed}", "exec"), names)
    try:
        with asyncio.Runner(loop_factory=globals().get("LOOP")) as runner:
            runner.run(names["main"]())
    except BaseException as error:
        print("run raised", repr(error))
    KEPT.append(names)


for seed, source in PROGRAMS:
    run(seed, source)
