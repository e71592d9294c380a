"""Random programs, one after the other, each on a loop of its own."""

import asyncio

# What a program leaves behind stays whole, so that it says nothing during the next.
KEPT = []
PROGRAMS = [
    (101000, r"""
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
    log(me, "gathered", await asyncio.gather(f1(me + "/1")))
    try:
        log(me, "in time", await asyncio.wait_for(f1(me + "/2"), 0.2))
    except TimeoutError:
        log(me, "timeout")
    try:
        async with asyncio.TaskGroup() as tg3:
            tg3.create_task(f1(me + "/4"), name=me + "/tg30")
            events[1].set()
            events[1].clear()
            log(me, "event both", events[1].is_set())
            try:
                log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.3))
            except (TimeoutError, asyncio.BrokenBarrierError) as e:
                log(me, "barrier", repr(e), barriers[0].n_waiting)
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "gathered", await asyncio.gather(f1(me + "/5"), asyncio.sleep(0.07, 6), asyncio.sleep(0.2, 7), return_exceptions=True))
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        events[1].clear()
        log(me, "event clear", events[1].is_set())
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        await asyncio.sleep(0.3)
        log(me, 8, asyncio.current_task().cancelling())
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
    (101001, r"""
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
    g1 = asyncio.gather(f2(me + "/2"), return_exceptions=True)
    await asyncio.sleep(0)
    log(me, "cancel gather", g1.cancel("g1"), g1.done())
    try:
        log(me, await g1)
    except asyncio.CancelledError as e:
        log(me, "gather cancelled", g1.cancelled(), asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg3:
            tg3.create_task(f2(me + "/4"), name=me + "/tg30")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0.3, log, me + " called", 5)
    return 6
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg7:
            tg7.create_task(f2(me + "/8"), name=me + "/tg70")
            tg7.create_task(f2(me + "/9"), name=me + "/tg71")
            tg7.create_task(f2(me + "/10"), name=me + "/tg72")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg11:
            tg11.create_task(f2(me + "/12"), name=me + "/tg110")
            tg11.create_task(f2(me + "/13"), name=me + "/tg111")
            t14 = spawn(me + "/t14", f2(me + "/15"))
            asyncio.get_running_loop().call_later(0.2, t14.cancel)
            asyncio.current_task().cancel("self")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg16:
            tg16.create_task(asyncio.sleep(0.2, 17), name=me + "/tg160")
            log(me, "gathered", await asyncio.gather(asyncio.sleep(0.2, 18), asyncio.sleep(0.2, 19), return_exceptions=True))
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.15):
            try:
                log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.2, 20), 0))
            except TimeoutError:
                log(me, "timeout")
            async with conds[0]:
                conds[0].notify(2)
                log(me, 21)
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
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
    pass
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (101002, r"""
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
    async with sems[1]:
        log(me, "holds sems[1]", sems[1].locked())
        for i1 in range(3):
            log(me, "round", i1)
            s2 = spawn(me + "/s2", f1(me + "/3"))
            try:
                log(me, "shielded", await asyncio.wait_for(asyncio.shield(s2), 0.05))
            except TimeoutError:
                log(me, "shield timed out", s2.done())
        log(me, "got", await f1(me + "/4"))
        asyncio.get_running_loop().call_later(0.15, asyncio.current_task().cancel)
    log(me, "left sems[1]", sems[1].locked())
    log(me, "gathered", await asyncio.gather(f1(me + "/6")))
    try:
        log(me, "in time", await asyncio.wait_for(f1(me + "/7"), 0.3))
    except TimeoutError:
        log(me, "timeout")
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        await asyncio.sleep(0.2)
        log(me, 8, asyncio.current_task().cancelling())
        events[1].set()
        log(me, "event set", events[1].is_set())
    log(me, "left locks[0]", locks[0].locked())
    async for x9 in counted(me, 1, 0.2):
        log(me, "item", x9)
    log(me, "queue", queues[0].put_nowait(10) if not queues[0].full() else None, queues[0].qsize())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg11:
            tg11.create_task(asyncio.sleep(0, 12), name=me + "/tg110")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    raise KeyError(13)
    try:
        try:
            events[1].clear()
            log(me, "event clear", events[1].is_set())
            s14 = spawn(me + "/s14", asyncio.sleep(0.3, 15))
            try:
                log(me, "shielded", await asyncio.wait_for(asyncio.shield(s14), 0.05))
            except TimeoutError:
                log(me, "shield timed out", s14.done())
        except ValueError as e:
            log(me, "caught", repr(e))
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            pass
        try:
            log(me, "got", await asyncio.sleep(0.3, 16))
        except ValueError as e:
            log(me, "caught", repr(e))
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            raise
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0.15)
        log(me, 17)
    try:
        s18 = spawn(me + "/s18", asyncio.sleep(0.1, 19))
        try:
            log(me, "shielded", await asyncio.wait_for(asyncio.shield(s18), 0.15))
        except TimeoutError:
            log(me, "shield timed out", s18.done())
        try:
            log(me, "in time", await asyncio.wait_for(asyncio.sleep(0, 20), 0.15))
        except TimeoutError:
            log(me, "timeout")
        asyncio.get_running_loop().call_later(0.1, asyncio.current_task().cancel)
    finally:
        log(me, 22)
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
    (101003, r"""
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
    g1 = asyncio.gather(f1(me + "/2"))
    await asyncio.sleep(0.1)
    log(me, "cancel gather", g1.cancel("g1"), g1.done())
    try:
        log(me, await g1)
    except asyncio.CancelledError as e:
        log(me, "gather cancelled", g1.cancelled(), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    await asyncio.sleep(0.3)
    log(me, 3)
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
    (101004, r"""
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
        log(me, "in time", await asyncio.wait_for(f2(me + "/1"), 0.3))
    except TimeoutError:
        log(me, "timeout")
    await asyncio.sleep(0.01)
    log(me, 2)
    log(me, "got", await f1(me + "/3"))
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, 4)
    t5 = spawn(me + "/t5", f2(me + "/6"))
    t5.add_done_callback(done)
    await asyncio.sleep(0.1)
    log(me, 7)
    await asyncio.sleep(0.3)
    log(me, 8, var.get())
    pass
    try:
        async with asyncio.TaskGroup() as tg9:
            tg9.create_task(f2(me + "/10"), name=me + "/tg90")
            tg9.create_task(f2(me + "/11"), name=me + "/tg91")
            tg9.create_task(f2(me + "/12"), name=me + "/tg92")
            log(me, "gathered", await asyncio.gather(f2(me + "/13")))
            log(me, "gathered", await asyncio.gather(f2(me + "/14"), asyncio.sleep(0.1, 15), f2(me + "/16")))
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    w17 = [spawn(me + "/w170", asyncio.sleep(0.07, 18))]
    await asyncio.wait(w17, timeout=0.3, return_when=asyncio.FIRST_EXCEPTION)
    log(me, "waited", [outcome(t) for t in w17])
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0.3, 19)))
    t20 = spawn(me + "/t20", asyncio.sleep(0.07, 21))
    t20.add_done_callback(done)
    await asyncio.sleep(0)
    log(me, 22, var.get())
    log(me, "cancels t20", t20.cancel())
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
    for t in tasks:
        t.cancel()
    log("last", await asyncio.gather(*tasks, return_exceptions=True))
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (101005, r"""
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
    asyncio.get_running_loop().call_later(0, asyncio.current_task().cancel)
    async with conds[0]:
        conds[0].notify(2)
        log(me, 2, asyncio.current_task().cancelling())
    fut3 = asyncio.get_running_loop().create_future()
    fut3.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
    asyncio.get_running_loop().call_later(0.05, fut3.cancel, "fut3")
    try:
        log(me, "future", await fut3)
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, fut3.cancelled(), asyncio.current_task().cancelling())
        pass
    await asyncio.sleep(0.1)
    log(me, 4, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, 5)
    log(me, "got", await asyncio.sleep(0, 6))
    w7 = [spawn(me + "/w70", asyncio.sleep(0, 8))]
    await asyncio.wait(w7, timeout=None, return_when=asyncio.FIRST_EXCEPTION)
    log(me, "waited", [outcome(t) for t in w7])
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
    (101006, r"""
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
    events[0].set()
    log(me, "event set", events[0].is_set())
    fut1 = asyncio.get_running_loop().create_future()
    fut1.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
    asyncio.get_running_loop().call_later(0.2, fut1.cancel, "fut1")
    try:
        log(me, "future", await fut1)
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, fut1.cancelled(), asyncio.current_task().cancelling())
        raise
    try:
        await asyncio.sleep(0.15)
        log(me, 2, asyncio.current_task().cancelling())
        async with sems[0]:
            log(me, "holds sems[0]", sems[0].locked())
            s3 = spawn(me + "/s3", f2(me + "/4"))
            try:
                log(me, "shielded", await asyncio.wait_for(asyncio.shield(s3), 0.05))
            except TimeoutError:
                log(me, "shield timed out", s3.done())
            asyncio.current_task().cancel("self")
        log(me, "left sems[0]", sems[0].locked())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    log(me, "queue", queues[1].put_nowait(5) if not queues[1].full() else None, queues[1].qsize())
    log(me, "got", await f2(me + "/6"))
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with locks[1]:
            log(me, "holds locks[1]", locks[1].locked())
            for c10 in asyncio.as_completed([spawn(me + "/c0", f3(me + "/7")), spawn(me + "/c1", f2(me + "/8")), spawn(me + "/c2", f2(me + "/9"))], timeout=0.25):
                try:
                    log(me, "completed", await c10)
                except (ValueError, TimeoutError) as e:
                    log(me, "completed with", repr(e))
            log(me, "cancels", len(tasks) > 1 and tasks[1].cancel())
            asyncio.get_running_loop().call_later(0, log, me + " called", 11)
        log(me, "left locks[1]", locks[1].locked())
    except ValueError as e:
        log(me, "caught", repr(e))
    try:
        events[0].set()
        log(me, "event set", events[0].is_set())
        try:
            events[1].clear()
            log(me, "event clear", events[1].is_set())
            try:
                log(me, "in time", await asyncio.wait_for(f2(me + "/12"), 0.05))
            except TimeoutError:
                log(me, "timeout")
        finally:
            log(me, 13, asyncio.current_task().cancelling())
        fut14 = asyncio.get_running_loop().create_future()
        fut14.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
        asyncio.get_running_loop().call_later(0.15, fut14.cancel)
        try:
            log(me, "future", await fut14)
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, fut14.cancelled(), asyncio.current_task().cancelling())
            raise
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        log(me, 15, var.get())
    log(me, 16)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    s17 = spawn(me + "/s17", f3(me + "/18"))
    try:
        log(me, "shielded", await asyncio.wait_for(asyncio.shield(s17), 0.15))
    except TimeoutError:
        log(me, "shield timed out", s17.done())
    w19 = [spawn(me + "/w190", f3(me + "/20")), spawn(me + "/w191", f3(me + "/21")), spawn(me + "/w192", asyncio.sleep(0.01, 22))]
    await asyncio.wait(w19, timeout=0, return_when=asyncio.FIRST_EXCEPTION)
    log(me, "waited", [outcome(t) for t in w19])
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    async with conds[0]:
        conds[0].notify(2)
        log(me, 23, asyncio.current_task().cancelling())
    try:
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.25))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
    async with sems[1]:
        log(me, "holds sems[1]", sems[1].locked())
        w24 = [spawn(me + "/w240", asyncio.sleep(0.3, 25)), spawn(me + "/w241", asyncio.sleep(0.15, 26)), spawn(me + "/w242", asyncio.sleep(0.07, 27))]
        await asyncio.wait(w24, timeout=0, return_when=asyncio.FIRST_EXCEPTION)
        log(me, "waited", [outcome(t) for t in w24])
        log(me, "gathered", await asyncio.gather(asyncio.sleep(0.07, 28)))
        await asyncio.sleep(0.01)
        log(me, 29, var.get())
    log(me, "left sems[1]", sems[1].locked())
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
        if not t.done():
            t.cancel("over")
    tasks and await asyncio.wait(tasks, timeout=1)
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (101007, r"""
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
    t1 = spawn(me + "/t1", f1(me + "/2"))
    t1.add_done_callback(done)
    log(me, 3)
    log(me, 4, var.get())
    await asyncio.wait([t1], timeout=0); log(me, outcome(t1))
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        log(me, 5, var.get())
        asyncio.get_running_loop().call_soon(log, me + " called", 6)
        await asyncio.sleep(0.2)
        log(me, 7)
    log(me, "left locks[0]", locks[0].locked())
    log(me, "queue", queues[1].get_nowait() if queues[1].qsize() else None, queues[1].qsize())
    async with conds[0]:
        conds[0].notify_all()
        log(me, 9)
    try:
        log(me, "got", await f3(me + "/10"))
        await asyncio.sleep(0.3)
        log(me, 11)
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 12, asyncio.current_task().cancelling())
    finally:
        await asyncio.sleep(0)
        log(me, 13)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    log(me, "gathered", await asyncio.gather(f3(me + "/14"), f3(me + "/15"), return_exceptions=True))
    await asyncio.sleep(0.3)
    log(me, 16, var.get())
    t17 = spawn(me + "/t17", asyncio.sleep(0.15, 18))
    await asyncio.sleep(0.2)
    log(me, 19)
    log(me, 20, var.get())
    log(me, "awaited", await t17)
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    for i21 in range(2):
        log(me, "round", i21)
        fut22 = asyncio.get_running_loop().create_future()
        fut22.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
        asyncio.get_running_loop().call_later(0.1, fut22.cancel)
        try:
            log(me, "future", await fut22)
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, fut22.cancelled(), asyncio.current_task().cancelling())
            raise
        try:
            async with asyncio.TaskGroup() as tg23:
                tg23.create_task(asyncio.sleep(0.07, 24), name=me + "/tg230")
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
    (101008, r"""
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
    t1 = spawn(me + "/t1", f1(me + "/2"))
    t1.add_done_callback(done)
    log(me, 3, var.get())
    log(me, "cancels t1", t1.cancel())
    try:
        try:
            async with asyncio.timeout(0.3):
                log(me, "gathered", await asyncio.gather(f3(me + "/4"), return_exceptions=True))
                s5 = spawn(me + "/s5", f1(me + "/6"))
                try:
                    log(me, "shielded", await asyncio.wait_for(asyncio.shield(s5), 0.25))
                except TimeoutError:
                    log(me, "shield timed out", s5.done())
                t7 = spawn(me + "/t7", f2(me + "/8"))
                log(me, "awaited", await t7)
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        t9 = spawn(me + "/t9", f4(me + "/10"))
        await asyncio.sleep(0.3)
        log(me, 11, var.get())
        log(me, "cancels t9", t9.cancel())
        t12 = spawn(me + "/t12", asyncio.sleep(0.01, 13))
        await asyncio.sleep(0.05)
        log(me, 14)
        pass
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.2)
    log(me, 15, asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.3):
            try:
                try:
                    log(me, "in time", await asyncio.wait_for(f1(me + "/16"), 0.25))
                except TimeoutError:
                    log(me, "timeout")
                var.set(17)
            except ValueError as e:
                log(me, "caught", repr(e))
            except asyncio.CancelledError as e:
                log(me, "cancelled", e.args, asyncio.current_task().cancelling())
                raise
            try:
                async with asyncio.timeout(0.3):
                    log(me, 18)
                    async for x19 in counted(me, 1, 0):
                        log(me, "item", x19)
            except TimeoutError:
                log(me, "timed out", asyncio.current_task().cancelling())
            try:
                log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.05))
            except (TimeoutError, asyncio.BrokenBarrierError) as e:
                log(me, "barrier", repr(e), barriers[0].n_waiting)
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    w20 = [spawn(me + "/w200", f2(me + "/21")), spawn(me + "/w201", f4(me + "/22")), spawn(me + "/w202", f3(me + "/23"))]
    await asyncio.wait(w20, timeout=0.2, return_when=asyncio.FIRST_EXCEPTION)
    log(me, "waited", [outcome(t) for t in w20])
    try:
        async with asyncio.TaskGroup() as tg24:
            tg24.create_task(f2(me + "/25"), name=me + "/tg240")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        log(me, "in time", await asyncio.wait_for(f4(me + "/26"), 0))
    except TimeoutError:
        log(me, "timeout")
    log(me, "queue", await queues[1].put(27), queues[1].qsize())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        async with sems[0]:
            log(me, "holds sems[0]", sems[0].locked())
            for c31 in asyncio.as_completed([spawn(me + "/c0", asyncio.sleep(0, 28)), spawn(me + "/c1", f3(me + "/29")), spawn(me + "/c2", f4(me + "/30"))], timeout=None):
                try:
                    log(me, "completed", await c31)
                except (ValueError, TimeoutError) as e:
                    log(me, "completed with", repr(e))
            try:
                log(me, "in time", await asyncio.wait_for(f3(me + "/32"), 0.3))
            except TimeoutError:
                log(me, "timeout")
            log(me, "queue", await queues[0].get(), queues[0].qsize())
        log(me, "left sems[0]", sems[0].locked())
        log(me, "gathered", await asyncio.gather(f3(me + "/34")))
    except ValueError as e:
        log(me, "caught", repr(e))
    finally:
        log(me, 35, var.get())
    async with sems[0]:
        log(me, "holds sems[0]", sems[0].locked())
        try:
            async with asyncio.timeout(0.25):
                t36 = spawn(me + "/t36", f3(me + "/37"))
                log(me, "awaited", await t36)
                try:
                    log(me, "in time", await asyncio.wait_for(f4(me + "/38"), 0.1))
                except TimeoutError:
                    log(me, "timeout")
                async with conds[0]:
                    conds[0].notify(2)
                    log(me, 39)
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        await asyncio.sleep(0.07)
        log(me, 40)
    log(me, "left sems[0]", sems[0].locked())
    try:
        async with asyncio.timeout(0.05):
            log(me, 41)
            try:
                log(me, "in time", await asyncio.wait_for(f4(me + "/42"), 0.3))
            except TimeoutError:
                log(me, "timeout")
            await asyncio.sleep(0.1)
            log(me, 43, var.get())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    try:
        log(me, "gathered", await asyncio.gather(asyncio.sleep(0.07, 44), return_exceptions=True))
        log(me, "gathered", await asyncio.gather(f4(me + "/45"), f3(me + "/46"), return_exceptions=True))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        await asyncio.sleep(0)
        log(me, 47)
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg48:
            tg48.create_task(f4(me + "/49"), name=me + "/tg480")
            tg48.create_task(f4(me + "/50"), name=me + "/tg481")
            tg48.create_task(f4(me + "/51"), name=me + "/tg482")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    log(me, "got", await asyncio.sleep(0.3, 52))
    t53 = spawn(me + "/t53", asyncio.sleep(0, 54))
    log(me, "cancels t53", t53.cancel())
    async with locks[1]:
        log(me, "holds locks[1]", locks[1].locked())
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            log(me, 55, var.get())
            log(me, "gathered", await asyncio.gather(asyncio.sleep(0.01, 56), asyncio.sleep(0.15, 57), return_exceptions=True))
        log(me, "left sems[1]", sems[1].locked())
        log(me, "cancels", len(tasks) > 3 and tasks[3].cancel())
    log(me, "left locks[1]", locks[1].locked())
    log(me, "got", await asyncio.sleep(0, 58))
    log(me, "ends")
    return "r4"


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
    (101009, r"""
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
    log(me, 1, asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.05):
            try:
                async with asyncio.TaskGroup() as tg2:
                    tg2.create_task(f4(me + "/3"), name=me + "/tg20")
                    tg2.create_task(asyncio.sleep(0.15, 4), name=me + "/tg21")
                    try:
                        log(me, "in time", await asyncio.wait_for(f1(me + "/5"), 0.1))
                    except TimeoutError:
                        log(me, "timeout")
                    events[1].clear()
                    log(me, "event clear", events[1].is_set())
            except* (ValueError, KeyError, TimeoutError) as eg:
                log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
            await asyncio.sleep(0.1)
            log(me, 6, asyncio.current_task().cancelling())
            await asyncio.sleep(0.05)
            log(me, 7)
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg8:
            tg8.create_task(f4(me + "/9"), name=me + "/tg80")
            tg8.create_task(asyncio.sleep(0.2, 10), name=me + "/tg81")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    asyncio.get_running_loop().call_later(0.15, log, me + " called", 11)
    try:
        g12 = asyncio.gather(f1(me + "/13"), f4(me + "/14"), return_exceptions=True)
        await asyncio.sleep(0.05)
        log(me, "cancel gather", g12.cancel("g12"), g12.done())
        try:
            log(me, await g12)
        except asyncio.CancelledError as e:
            log(me, "gather cancelled", g12.cancelled(), asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    finally:
        await asyncio.sleep(0.15)
        log(me, 15, var.get())
    async with sems[1]:
        log(me, "holds sems[1]", sems[1].locked())
        log(me, "queue", await asyncio.wait_for(queues[0].put(16), 0.2), queues[0].qsize())
        asyncio.get_running_loop().call_later(0.07, log, me + " called", 17)
        events[1].set()
        log(me, "event set", events[1].is_set())
    log(me, "left sems[1]", sems[1].locked())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        try:
            log(me, "in time", await asyncio.wait_for(f3(me + "/18"), 0.3))
        except TimeoutError:
            log(me, "timeout")
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.2)
    try:
        try:
            log(me, "in time", await asyncio.wait_for(f4(me + "/19"), 0.25))
        except TimeoutError:
            log(me, "timeout")
        log(me, "queue", queues[0].put_nowait(20) if not queues[0].full() else None, queues[0].qsize())
        try:
            async with asyncio.TaskGroup() as tg21:
                tg21.create_task(f3(me + "/22"), name=me + "/tg210")
                await asyncio.sleep(0.3)
                log(me, 23, asyncio.current_task().cancelling())
                log(me, "gathered", await asyncio.gather(asyncio.sleep(0.07, 24), f3(me + "/25"), return_exceptions=True))
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    finally:
        await asyncio.sleep(0.1)
        log(me, 26)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    t27 = spawn(me + "/t27", f3(me + "/28"))
    log(me, 29)
    log(me, "cancels t27", t27.cancel())
    log(me, "cancels", len(tasks) > 1 and tasks[1].cancel())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg30:
            tg30.create_task(f4(me + "/31"), name=me + "/tg300")
            tg30.create_task(f4(me + "/32"), name=me + "/tg301")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "queue", await queues[0].put(33), queues[0].qsize())
    log(me, "gathered", await asyncio.gather(f4(me + "/34")))
    log(me, "got", await f4(me + "/35"))
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    asyncio.get_running_loop().call_later(0.3, log, me + " called", 36)
    log(me, "ends")
    return "r4"


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
