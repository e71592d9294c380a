"""Random programs, one after the other, each on a loop of its own."""

import asyncio

# What a program leaves behind stays whole, so that it says nothing during the next.
KEPT = []
PROGRAMS = [
    (108000, r"""
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
    log(me, "gathered", await asyncio.gather(f3(me + "/1"), return_exceptions=True))
    g2 = asyncio.gather(f3(me + "/3"), return_exceptions=True)
    await asyncio.sleep(0.1)
    log(me, "cancel gather", g2.cancel("g2"), g2.done())
    try:
        log(me, await g2)
    except asyncio.CancelledError as e:
        log(me, "gather cancelled", g2.cancelled(), asyncio.current_task().cancelling())
    log(me, "gathered", await asyncio.gather(f2(me + "/4"), f3(me + "/5"), f1(me + "/6")))
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        try:
            log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.25))
        except (TimeoutError, asyncio.BrokenBarrierError) as e:
            log(me, "barrier", repr(e), barriers[0].n_waiting)
        try:
            async with asyncio.TaskGroup() as tg7:
                tg7.create_task(f3(me + "/8"), name=me + "/tg70")
                tg7.create_task(f3(me + "/9"), name=me + "/tg71")
                tg7.create_task(f2(me + "/10"), name=me + "/tg72")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        t11 = spawn(me + "/t11", f2(me + "/12"))
        await asyncio.sleep(0)
        log(me, 13, asyncio.current_task().cancelling())
        log(me, 14, var.get())
        await asyncio.wait([t11], timeout=0.1); log(me, outcome(t11))
    log(me, "left locks[0]", locks[0].locked())
    raise ValueError(15)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg16:
            tg16.create_task(f3(me + "/17"), name=me + "/tg160")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    t18 = spawn(me + "/t18", f3(me + "/19"))
    log(me, 20)
    await asyncio.sleep(0.07)
    log(me, 21, var.get())
    pass
    for c25 in asyncio.as_completed([spawn(me + "/c0", f2(me + "/22")), spawn(me + "/c1", f3(me + "/23")), spawn(me + "/c2", f3(me + "/24"))], timeout=None):
        try:
            log(me, "completed", await c25)
        except (ValueError, TimeoutError) as e:
            log(me, "completed with", repr(e))
    for i26 in range(3):
        log(me, "round", i26)
        try:
            log(me, "in time", await asyncio.wait_for(f2(me + "/27"), 0.15))
        except TimeoutError:
            log(me, "timeout")
        await asyncio.sleep(0.2)
        log(me, 28, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0.1, log, me + " called", 29)
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    log(me, "queue", await asyncio.wait_for(queues[0].get(), 0.15), queues[0].qsize())
    try:
        async with asyncio.timeout(0.25):
            try:
                events[1].clear()
                log(me, "event clear", events[1].is_set())
                log(me, "queue", queues[0].get_nowait() if queues[0].qsize() else None, queues[0].qsize())
                log(me, "got", await asyncio.sleep(0.01, 32))
            finally:
                log(me, 33, asyncio.current_task().cancelling())
            try:
                async with asyncio.TaskGroup() as tg34:
                    tg34.create_task(asyncio.sleep(0.3, 35), name=me + "/tg340")
                    tg34.create_task(asyncio.sleep(0, 36), name=me + "/tg341")
                    await asyncio.sleep(0.3)
                    log(me, 37)
            except* (ValueError, KeyError, TimeoutError) as eg:
                log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "cancels", len(tasks) > 2 and tasks[2].cancel())
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
    (108001, r"""
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
    await asyncio.sleep(0.2)
    log(me, 1)
    try:
        try:
            async with asyncio.TaskGroup() as tg2:
                tg2.create_task(f1(me + "/3"), name=me + "/tg20")
                tg2.create_task(asyncio.sleep(0, 4), name=me + "/tg21")
                tg2.create_task(asyncio.sleep(0.15, 5), name=me + "/tg22")
                t6 = spawn(me + "/t6", f1(me + "/7"))
                log(me, "cancels t6", t6.cancel("t6"), t6.cancelling())
                fut8 = asyncio.get_running_loop().create_future()
                fut8.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
                asyncio.get_running_loop().call_later(0.1, settle, fut8, 8)
                try:
                    log(me, "future", await fut8)
                except asyncio.CancelledError as e:
                    log(me, "cancelled", e.args, fut8.cancelled(), asyncio.current_task().cancelling())
                    raise
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.05)
    at9 = asyncio.get_running_loop().time() + 0.2
    for i in range(5):
        asyncio.get_running_loop().call_at(at9, log, me, "at9", i)
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        async with conds[0]:
            conds[0].notify_all()
            log(me, 10, var.get())
        await asyncio.sleep(0.1)
        log(me, 11, var.get())
        try:
            log(me, "gathered", await asyncio.gather(f1(me + "/12"), f1(me + "/13"), f1(me + "/14"), return_exceptions=True))
            await asyncio.sleep(0.07)
            log(me, 15, asyncio.current_task().cancelling())
            asyncio.get_running_loop().call_later(0.2, log, me + " called", 16).cancel()
        except ValueError as e:
            log(me, "caught", repr(e))
        else:
            log(me, 17, asyncio.current_task().cancelling())
    log(me, "left locks[0]", locks[0].locked())
    log(me, "cancels", len(tasks) > 2 and tasks[2].cancel())
    events[0].set()
    log(me, "event set", events[0].is_set())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, "got", await asyncio.sleep(0.1, 18))
    try:
        async with asyncio.TaskGroup() as tg19:
            tg19.create_task(asyncio.sleep(0.01, 20), name=me + "/tg190")
            async for x21 in counted(me, 2, 0.01):
                log(me, "item", x21)
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
        if not t.done():
            t.cancel("over")
    tasks and await asyncio.wait(tasks, timeout=1)
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (108003, r"""
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
    for c2 in asyncio.as_completed([spawn(me + "/c0", f1(me + "/1"))], timeout=None):
        try:
            log(me, "completed", await c2)
        except (ValueError, TimeoutError) as e:
            log(me, "completed with", repr(e))
    events[0].set()
    events[0].clear()
    log(me, "event both", events[0].is_set())
    for i3 in range(2):
        log(me, "round", i3)
        try:
            log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.1, 4), 0))
        except TimeoutError:
            log(me, "timeout")
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0.2, 5), asyncio.sleep(0.2, 6), asyncio.sleep(0, 7)))
    try:
        async with asyncio.TaskGroup() as tg8:
            tg8.create_task(asyncio.sleep(0.01, 9), name=me + "/tg80")
            log(me, "got", await asyncio.sleep(0.1, 10))
            try:
                await asyncio.sleep(0.05)
                log(me, 11)
                async for x12 in counted(me, 1, 0.2):
                    log(me, "item", x12)
                log(me, 13, asyncio.current_task().cancelling())
            except ValueError as e:
                log(me, "caught", repr(e))
            except asyncio.CancelledError as e:
                log(me, "cancelled", e.args, asyncio.current_task().cancelling())
                pass
            finally:
                await asyncio.sleep(0.2)
                log(me, 14, asyncio.current_task().cancelling())
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    t15 = spawn(me + "/t15", asyncio.sleep(0, 16))
    await asyncio.sleep(0.07)
    log(me, 17)
    await asyncio.wait([t15], timeout=0.25); log(me, outcome(t15))
    try:
        async with asyncio.TaskGroup() as tg18:
            tg18.create_task(asyncio.sleep(0.07, 19), name=me + "/tg180")
            tg18.create_task(asyncio.sleep(0.07, 20), name=me + "/tg181")
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
    log("wait", len((await asyncio.wait(tasks, timeout=1))[0]) if tasks else 0)
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (108004, r"""
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
    await asyncio.sleep(0.01)
    log(me, 1, asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg2:
            tg2.create_task(f2(me + "/3"), name=me + "/tg20")
            tg2.create_task(f1(me + "/4"), name=me + "/tg21")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    t5 = spawn(me + "/t5", f2(me + "/6"))
    log(me, 7)
    log(me, "awaited", await t5)
    w8 = [spawn(me + "/w80", asyncio.sleep(0, 9)), spawn(me + "/w81", asyncio.sleep(0.3, 10))]
    await asyncio.wait(w8, timeout=None, return_when=asyncio.FIRST_EXCEPTION)
    log(me, "waited", [outcome(t) for t in w8])
    for c13 in asyncio.as_completed([spawn(me + "/c0", f1(me + "/11")), spawn(me + "/c1", f1(me + "/12"))], timeout=0.2):
        try:
            log(me, "completed", await c13)
        except (ValueError, TimeoutError) as e:
            log(me, "completed with", repr(e))
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        t14 = spawn(me + "/t14", f2(me + "/15"))
        t14.add_done_callback(done)
        await asyncio.sleep(0.1)
        log(me, 16)
        log(me, "cancels t14", t14.cancel("t14"), t14.cancelling())
    finally:
        log(me, 17)
    t18 = spawn(me + "/t18", asyncio.sleep(0.05, 19))
    await asyncio.sleep(0.15)
    log(me, 20)
    await asyncio.sleep(0.07)
    log(me, 21, asyncio.current_task().cancelling())
    pass
    t22 = spawn(me + "/t22", asyncio.sleep(0, 23))
    await asyncio.sleep(0.2)
    log(me, 24, var.get())
    await asyncio.sleep(0.07)
    log(me, 25)
    log(me, "cancels t22", t22.cancel())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        try:
            w26 = [spawn(me + "/w260", asyncio.sleep(0.15, 27)), spawn(me + "/w261", asyncio.sleep(0.05, 28)), spawn(me + "/w262", asyncio.sleep(0.2, 29))]
            await asyncio.wait(w26, timeout=0.1, return_when=asyncio.ALL_COMPLETED)
            log(me, "waited", [outcome(t) for t in w26])
        except ValueError as e:
            log(me, "caught", repr(e))
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            pass
        async with locks[0]:
            log(me, "holds locks[0]", locks[0].locked())
            log(me, "gathered", await asyncio.gather(asyncio.sleep(0, 30), asyncio.sleep(0, 31), asyncio.sleep(0.05, 32), return_exceptions=True))
            log(me, 33, var.get())
        log(me, "left locks[0]", locks[0].locked())
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.15)
    finally:
        log(me, 34)
    try:
        async with asyncio.timeout(0.05):
            try:
                log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.05, 35), 0.1))
            except TimeoutError:
                log(me, "timeout")
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, 36, asyncio.current_task().cancelling())
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
    (108005, r"""
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
    return 1
    async with locks[1]:
        log(me, "holds locks[1]", locks[1].locked())
        try:
            await asyncio.sleep(0)
            log(me, 2)
            events[1].set()
            events[1].clear()
            log(me, "event both", events[1].is_set())
            log(me, "cancels", len(tasks) > 2 and tasks[2].cancel())
        except ValueError as e:
            log(me, "caught", repr(e))
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            pass
    log(me, "left locks[1]", locks[1].locked())
    for c5 in asyncio.as_completed([spawn(me + "/c0", f1(me + "/3")), spawn(me + "/c1", f2(me + "/4"))], timeout=None):
        try:
            log(me, "completed", await c5)
        except (ValueError, TimeoutError) as e:
            log(me, "completed with", repr(e))
    async with locks[1]:
        log(me, "holds locks[1]", locks[1].locked())
        try:
            at6 = asyncio.get_running_loop().time() + 0.2
            for i in range(4):
                asyncio.get_running_loop().call_at(at6, log, me, "at6", i)
            try:
                log(me, "in time", await asyncio.wait_for(f2(me + "/7"), 0.05))
            except TimeoutError:
                log(me, "timeout")
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            await asyncio.sleep(0)
        finally:
            log(me, 8, var.get())
    log(me, "left locks[1]", locks[1].locked())
    async with locks[1]:
        log(me, "holds locks[1]", locks[1].locked())
        asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0, log, me + " called", 9)
        for i10 in range(3):
            log(me, "round", i10)
            log(me, "got", await f1(me + "/11"))
    log(me, "left locks[1]", locks[1].locked())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, 12, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    t13 = spawn(me + "/t13", asyncio.sleep(0, 14))
    await asyncio.sleep(0)
    log(me, 15)
    await asyncio.sleep(0.15)
    log(me, 16, asyncio.current_task().cancelling())
    t13.cancel(); log(me, await asyncio.gather(t13, return_exceptions=True))
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
        if not t.done():
            t.cancel("over")
    tasks and await asyncio.wait(tasks, timeout=1)
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (108006, r"""
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
        try:
            async with asyncio.TaskGroup() as tg1:
                tg1.create_task(asyncio.sleep(0.01, 2), name=me + "/tg10")
                tg1.create_task(f1(me + "/3"), name=me + "/tg11")
                tg1.create_task(f1(me + "/4"), name=me + "/tg12")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "left sems[1]", sems[1].locked())
    asyncio.current_task().cancel("self")
    t5 = spawn(me + "/t5", f1(me + "/6"))
    log(me, "cancels t5", t5.cancel())
    t7 = spawn(me + "/t7", f1(me + "/8"))
    await asyncio.sleep(0.15)
    log(me, 9, var.get())
    log(me, 10, asyncio.current_task().cancelling())
    asyncio.get_running_loop().call_later(0.05, t7.cancel)
    try:
        async with asyncio.TaskGroup() as tg11:
            tg11.create_task(f1(me + "/12"), name=me + "/tg110")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg13:
            tg13.create_task(asyncio.sleep(0.01, 14), name=me + "/tg130")
            async with locks[1]:
                log(me, "holds locks[1]", locks[1].locked())
                asyncio.current_task().cancel("self")
            log(me, "left locks[1]", locks[1].locked())
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        var.set(15)
        try:
            async with asyncio.TaskGroup() as tg16:
                tg16.create_task(asyncio.sleep(0.07, 17), name=me + "/tg160")
                tg16.create_task(asyncio.sleep(0.05, 18), name=me + "/tg161")
                log(me, "got", await asyncio.sleep(0.15, 19))
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        async with locks[1]:
            log(me, "holds locks[1]", locks[1].locked())
            w20 = [spawn(me + "/w200", asyncio.sleep(0.1, 21)), spawn(me + "/w201", asyncio.sleep(0, 22)), spawn(me + "/w202", asyncio.sleep(0.07, 23))]
            await asyncio.wait(w20, timeout=0.05, return_when=asyncio.FIRST_COMPLETED)
            log(me, "waited", [outcome(t) for t in w20])
        log(me, "left locks[1]", locks[1].locked())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0)
    await asyncio.sleep(0.2)
    log(me, 24, asyncio.current_task().cancelling())
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0.07, 25)))
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
    (108007, r"""
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
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        log(me, "gathered", await asyncio.gather(f4(me + "/1"), f4(me + "/2"), f2(me + "/3")))
    log(me, "left locks[0]", locks[0].locked())
    at4 = asyncio.get_running_loop().time() + 0.05
    for i in range(2):
        asyncio.get_running_loop().call_at(at4, log, me, "at4", i)
    try:
        async with asyncio.TaskGroup() as tg5:
            tg5.create_task(f2(me + "/6"), name=me + "/tg50")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    s7 = spawn(me + "/s7", f1(me + "/8"))
    try:
        log(me, "shielded", await asyncio.wait_for(asyncio.shield(s7), 0.1))
    except TimeoutError:
        log(me, "shield timed out", s7.done())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0.15):
            await asyncio.sleep(0)
            log(me, 9)
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0.2):
            log(me, "cancels", len(tasks) > 2 and tasks[2].cancel())
            log(me, "gathered", await asyncio.gather(f3(me + "/10"), return_exceptions=True))
            try:
                async with asyncio.TaskGroup() as tg11:
                    tg11.create_task(f4(me + "/12"), name=me + "/tg110")
                    try:
                        log(me, "in time", await asyncio.wait_for(f4(me + "/13"), 0.2))
                    except TimeoutError:
                        log(me, "timeout")
            except* (ValueError, KeyError, TimeoutError) as eg:
                log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg14:
            tg14.create_task(f3(me + "/15"), name=me + "/tg140")
            tg14.create_task(f3(me + "/16"), name=me + "/tg141")
            tg14.create_task(f3(me + "/17"), name=me + "/tg142")
            async with sems[0]:
                log(me, "holds sems[0]", sems[0].locked())
                log(me, "got", await f4(me + "/18"))
                log(me, "got", await f3(me + "/19"))
            log(me, "left sems[0]", sems[0].locked())
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    t20 = spawn(me + "/t20", f4(me + "/21"))
    log(me, 22, var.get())
    log(me, "awaited", await t20)
    t23 = spawn(me + "/t23", f4(me + "/24"))
    await asyncio.sleep(0.2)
    log(me, 25, var.get())
    await asyncio.sleep(0)
    log(me, 26, var.get())
    log(me, "cancels t23", t23.cancel("t23"), t23.cancelling())
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg27:
            tg27.create_task(asyncio.sleep(0.05, 28), name=me + "/tg270")
            tg27.create_task(asyncio.sleep(0, 29), name=me + "/tg271")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0, 30), 0.25))
    except TimeoutError:
        log(me, "timeout")
    try:
        try:
            async with asyncio.TaskGroup() as tg31:
                tg31.create_task(asyncio.sleep(0.1, 32), name=me + "/tg310")
                tg31.create_task(asyncio.sleep(0.3, 33), name=me + "/tg311")
                var.set(34)
                asyncio.get_running_loop().call_later(0, asyncio.current_task().cancel)
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        t36 = spawn(me + "/t36", asyncio.sleep(0, 37))
        t36.add_done_callback(done)
        asyncio.get_running_loop().call_later(0, t36.cancel)
    finally:
        log(me, 38)
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
    pass
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (108008, r"""
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
    for i1 in range(3):
        log(me, "round", i1)
        fut2 = asyncio.get_running_loop().create_future()
        fut2.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
        asyncio.get_running_loop().call_later(0.2, settle, fut2, 2)
        try:
            log(me, "future", await fut2)
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, fut2.cancelled(), asyncio.current_task().cancelling())
            pass
        log(me, "got", await f4(me + "/3"))
    try:
        async with asyncio.TaskGroup() as tg4:
            tg4.create_task(f1(me + "/5"), name=me + "/tg40")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    async with conds[0]:
        conds[0].notify(2)
        log(me, 6)
    log(me, "gathered", await asyncio.gather(f4(me + "/7"), asyncio.sleep(0.1, 8), f2(me + "/9")))
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg10:
            tg10.create_task(f3(me + "/11"), name=me + "/tg100")
            tg10.create_task(f4(me + "/12"), name=me + "/tg101")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    async with sems[1]:
        log(me, "holds sems[1]", sems[1].locked())
        await asyncio.sleep(0.05)
        log(me, 13)
        events[1].clear()
        log(me, "event clear", events[1].is_set())
    log(me, "left sems[1]", sems[1].locked())
    t14 = spawn(me + "/t14", asyncio.sleep(0, 15))
    log(me, 16, var.get())
    log(me, 17)
    pass
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    g18 = asyncio.gather(f4(me + "/19"), f4(me + "/20"), f4(me + "/21"), return_exceptions=True)
    await asyncio.sleep(0.15)
    log(me, "cancel gather", g18.cancel("g18"), g18.done())
    try:
        log(me, await g18)
    except asyncio.CancelledError as e:
        log(me, "gather cancelled", g18.cancelled(), asyncio.current_task().cancelling())
    try:
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            log(me, "queue", await queues[1].get(), queues[1].qsize())
            t23 = spawn(me + "/t23", f4(me + "/24"))
            log(me, 25, var.get())
            asyncio.get_running_loop().call_later(0, t23.cancel)
        log(me, "left sems[1]", sems[1].locked())
        async with locks[0]:
            log(me, "holds locks[0]", locks[0].locked())
            asyncio.current_task().cancel("self")
            log(me, "cancels", len(tasks) > 0 and tasks[0].cancel())
            t26 = spawn(me + "/t26", f4(me + "/27"))
            t26.add_done_callback(done)
            log(me, 28, var.get())
            log(me, 29, var.get())
            log(me, "awaited", await t26)
        log(me, "left locks[0]", locks[0].locked())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        await asyncio.sleep(0)
        log(me, 30, var.get())
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0):
            log(me, "gathered", await asyncio.gather(asyncio.sleep(0, 31), asyncio.sleep(0, 32), asyncio.sleep(0.3, 33), return_exceptions=True))
            log(me, "queue", await queues[0].put(34), queues[0].qsize())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
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
    for t in tasks:
        t.cancel()
    log("last", await asyncio.gather(*tasks, return_exceptions=True))
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (108009, r"""
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
        async with asyncio.timeout(0):
            for i1 in range(3):
                log(me, "round", i1)
                asyncio.current_task().cancel("self")
            async with conds[0]:
                conds[0].notify()
                log(me, 2, asyncio.current_task().cancelling())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    try:
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            await asyncio.sleep(0.1)
            log(me, 3)
            g4 = asyncio.gather(f2(me + "/5"), f4(me + "/6"))
            await asyncio.sleep(0)
            log(me, "cancel gather", g4.cancel("g4"), g4.done())
            try:
                log(me, await g4)
            except asyncio.CancelledError as e:
                log(me, "gather cancelled", g4.cancelled(), asyncio.current_task().cancelling())
        log(me, "left sems[1]", sems[1].locked())
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            t7 = spawn(me + "/t7", f4(me + "/8"))
            t7.add_done_callback(done)
            log(me, 9, var.get())
            await asyncio.sleep(0.01)
            log(me, 10, var.get())
            log(me, "cancels t7", t7.cancel())
        log(me, "left sems[1]", sems[1].locked())
        try:
            log(me, 11)
        except ValueError as e:
            log(me, "caught", repr(e))
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            raise
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0)
    finally:
        log(me, 12, asyncio.current_task().cancelling())
    t13 = spawn(me + "/t13", f2(me + "/14"))
    await asyncio.sleep(0.07)
    log(me, 15, var.get())
    log(me, "cancels t13", t13.cancel("t13"), t13.cancelling())
    try:
        events[0].clear()
        log(me, "event clear", events[0].is_set())
        try:
            async with asyncio.TaskGroup() as tg16:
                tg16.create_task(f1(me + "/17"), name=me + "/tg160")
                tg16.create_task(f2(me + "/18"), name=me + "/tg161")
                tg16.create_task(f1(me + "/19"), name=me + "/tg162")
                log(me, "got", await f4(me + "/20"))
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        async with locks[0]:
            log(me, "holds locks[0]", locks[0].locked())
            await asyncio.sleep(0.1)
            log(me, 21)
        log(me, "left locks[0]", locks[0].locked())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        await asyncio.sleep(0)
        log(me, 22)
    try:
        async with conds[0]:
            try:
                log(me, "notified", await asyncio.wait_for(conds[0].wait(), 0.15000000000000002))
            except TimeoutError:
                log(me, "not notified", conds[0].locked())
    except ValueError as e:
        log(me, "caught", repr(e))
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, "queue", queues[0].get_nowait() if queues[0].qsize() else None, queues[0].qsize())
    log(me, 24)
    try:
        async with asyncio.TaskGroup() as tg25:
            tg25.create_task(f2(me + "/26"), name=me + "/tg250")
            tg25.create_task(f2(me + "/27"), name=me + "/tg251")
            w28 = [spawn(me + "/w280", f4(me + "/29")), spawn(me + "/w281", f3(me + "/30")), spawn(me + "/w282", f3(me + "/31"))]
            await asyncio.wait(w28, timeout=0.3, return_when=asyncio.FIRST_EXCEPTION)
            log(me, "waited", [outcome(t) for t in w28])
            try:
                async with asyncio.timeout(0.1):
                    events[0].clear()
                    log(me, "event clear", events[0].is_set())
                    for c35 in asyncio.as_completed([spawn(me + "/c0", f3(me + "/32")), spawn(me + "/c1", f4(me + "/33")), spawn(me + "/c2", f3(me + "/34"))], timeout=None):
                        try:
                            log(me, "completed", await c35)
                        except (ValueError, TimeoutError) as e:
                            log(me, "completed with", repr(e))
                    w36 = [spawn(me + "/w360", f4(me + "/37"))]
                    await asyncio.wait(w36, timeout=0.2, return_when=asyncio.FIRST_EXCEPTION)
                    log(me, "waited", [outcome(t) for t in w36])
            except TimeoutError:
                log(me, "timed out", asyncio.current_task().cancelling())
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    log(me, "queue", await queues[1].get(), queues[1].qsize())
    try:
        async with asyncio.TaskGroup() as tg39:
            tg39.create_task(asyncio.sleep(0.01, 40), name=me + "/tg390")
            try:
                fut41 = asyncio.get_running_loop().create_future()
                fut41.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
                asyncio.get_running_loop().call_later(0.3, settle, fut41, 41)
                try:
                    log(me, "future", await fut41)
                except asyncio.CancelledError as e:
                    log(me, "cancelled", e.args, fut41.cancelled(), asyncio.current_task().cancelling())
                    raise
            except asyncio.CancelledError as e:
                log(me, "cancelled", e.args, asyncio.current_task().cancelling())
                pass
            finally:
                log(me, 42, asyncio.current_task().cancelling())
            async with sems[1]:
                log(me, "holds sems[1]", sems[1].locked())
                log(me, "gathered", await asyncio.gather(f4(me + "/43"), f3(me + "/44"), f4(me + "/45")))
                log(me, "queue", await asyncio.wait_for(queues[1].get(), 0.1), queues[1].qsize())
                w47 = [spawn(me + "/w470", f4(me + "/48")), spawn(me + "/w471", f3(me + "/49")), spawn(me + "/w472", f3(me + "/50"))]
                await asyncio.wait(w47, timeout=None, return_when=asyncio.ALL_COMPLETED)
                log(me, "waited", [outcome(t) for t in w47])
            log(me, "left sems[1]", sems[1].locked())
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.1):
            async with locks[0]:
                log(me, "holds locks[0]", locks[0].locked())
                log(me, 51, asyncio.current_task().cancelling())
                await asyncio.sleep(0)
                log(me, 52, var.get())
            log(me, "left locks[0]", locks[0].locked())
            try:
                async with asyncio.TaskGroup() as tg53:
                    tg53.create_task(asyncio.sleep(0.07, 54), name=me + "/tg530")
                    tg53.create_task(f3(me + "/55"), name=me + "/tg531")
                    tg53.create_task(f3(me + "/56"), name=me + "/tg532")
                    await asyncio.sleep(0.1)
                    log(me, 57)
            except* (ValueError, KeyError, TimeoutError) as eg:
                log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
            log(me, "queue", queues[1].put_nowait(58) if not queues[1].full() else None, queues[1].qsize())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    for i59 in range(2):
        log(me, "round", i59)
        for i60 in range(2):
            log(me, "round", i60)
            log(me, "gathered", await asyncio.gather(asyncio.sleep(0.07, 61), f4(me + "/62")))
            asyncio.get_running_loop().call_later(0.1, asyncio.current_task().cancel)
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        events[0].set()
        events[0].clear()
        log(me, "event both", events[0].is_set())
        await asyncio.sleep(0.1)
        log(me, 64, var.get())
    log(me, "left locks[0]", locks[0].locked())
    log(me, "got", await asyncio.sleep(0.15, 65))
    try:
        for c69 in asyncio.as_completed([spawn(me + "/c0", f4(me + "/66")), spawn(me + "/c1", f4(me + "/67")), spawn(me + "/c2", f4(me + "/68"))], timeout=0.2):
            try:
                log(me, "completed", await c69)
            except (ValueError, TimeoutError) as e:
                log(me, "completed with", repr(e))
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            await asyncio.sleep(0.2)
            log(me, 70)
        log(me, "left sems[1]", sems[1].locked())
        events[1].clear()
        log(me, "event clear", events[1].is_set())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    t71 = spawn(me + "/t71", asyncio.sleep(0.07, 72))
    await asyncio.sleep(0.15)
    log(me, 73)
    asyncio.get_running_loop().call_later(0.05, t71.cancel)
    try:
        async with asyncio.TaskGroup() as tg74:
            tg74.create_task(asyncio.sleep(0, 75), name=me + "/tg740")
            tg74.create_task(asyncio.sleep(0.1, 76), name=me + "/tg741")
            tg74.create_task(asyncio.sleep(0, 77), name=me + "/tg742")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    async with conds[0]:
        conds[0].notify(2)
        log(me, 78, var.get())
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
    pass
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (108010, r"""
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
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.2))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
    asyncio.get_running_loop().call_later(0, log, me + " called", 1).cancel()
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    async with sems[1]:
        log(me, "holds sems[1]", sems[1].locked())
        t2 = spawn(me + "/t2", asyncio.sleep(0.07, 3))
        await asyncio.sleep(0.07)
        log(me, 4)
        log(me, 5)
        log(me, "awaited", await t2)
        async for x6 in counted(me, 3, 0):
            log(me, "item", x6)
            break
        for i7 in range(3):
            log(me, "round", i7)
            g8 = asyncio.gather(asyncio.sleep(0, 9), asyncio.sleep(0.1, 10))
            await asyncio.sleep(0.1)
            log(me, "cancel gather", g8.cancel("g8"), g8.done())
            try:
                log(me, await g8)
            except asyncio.CancelledError as e:
                log(me, "gather cancelled", g8.cancelled(), asyncio.current_task().cancelling())
    log(me, "left sems[1]", sems[1].locked())
    try:
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            return 11
            events[0].set()
            events[0].clear()
            log(me, "event both", events[0].is_set())
            await asyncio.sleep(0)
            log(me, 12)
        log(me, "left sems[1]", sems[1].locked())
        events[1].set()
        events[1].clear()
        log(me, "event both", events[1].is_set())
        log(me, "queue", queues[1].get_nowait() if queues[1].qsize() else None, queues[1].qsize())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        log(me, 14, var.get())
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
    pass
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
