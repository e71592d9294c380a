"""Random programs, one after the other, each on a loop of its own."""

import asyncio

# What a program leaves behind stays whole, so that it says nothing during the next.
KEPT = []
PROGRAMS = [
    (109000, r"""
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
        try:
            async with asyncio.timeout(0.3):
                log(me, "got", await f1(me + "/1"))
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        log(me, "gathered", await asyncio.gather(f1(me + "/2")))
        asyncio.get_running_loop().call_soon(log, me + " called", 3)
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    try:
        log(me, "gathered", await asyncio.gather(f1(me + "/4")))
        log(me, "queue", await asyncio.wait_for(queues[1].get(), 0.15), queues[1].qsize())
        try:
            log(me, "in time", await asyncio.wait_for(f1(me + "/6"), 0.05))
        except TimeoutError:
            log(me, "timeout")
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 7)
    asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0, log, me + " called", 8)
    log(me, "got", await f2(me + "/9"))
    t10 = spawn(me + "/t10", f1(me + "/11"))
    await asyncio.wait([t10], timeout=0.05); log(me, outcome(t10))
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        try:
            async with asyncio.TaskGroup() as tg12:
                tg12.create_task(asyncio.sleep(0.3, 13), name=me + "/tg120")
                tg12.create_task(f2(me + "/14"), name=me + "/tg121")
                tg12.create_task(f2(me + "/15"), name=me + "/tg122")
                t16 = spawn(me + "/t16", f2(me + "/17"))
                t16.add_done_callback(done)
                await asyncio.sleep(0.01)
                log(me, 18)
                await asyncio.sleep(0)
                log(me, 19)
                log(me, "cancels t16", t16.cancel("t16"), t16.cancelling())
                for c21 in asyncio.as_completed([spawn(me + "/c0", f2(me + "/20"))], timeout=None):
                    try:
                        log(me, "completed", await c21)
                    except (ValueError, TimeoutError) as e:
                        log(me, "completed with", repr(e))
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        try:
            log(me, "got", await asyncio.sleep(0.2, 22))
        except ValueError as e:
            log(me, "caught", repr(e))
        finally:
            log(me, 23, asyncio.current_task().cancelling())
        t24 = spawn(me + "/t24", asyncio.sleep(0, 25))
        t24.add_done_callback(done)
        log(me, "awaited", await t24)
        t26 = spawn(me + "/t26", asyncio.sleep(0.1, 27))
        t26.add_done_callback(done)
        log(me, "cancels t26", t26.cancel("t26"), t26.cancelling())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
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
    (109001, r"""
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
                tg1.create_task(f2(me + "/2"), name=me + "/tg10")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        try:
            async with asyncio.TaskGroup() as tg3:
                tg3.create_task(f1(me + "/4"), name=me + "/tg30")
                tg3.create_task(f1(me + "/5"), name=me + "/tg31")
                try:
                    log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.05))
                except (TimeoutError, asyncio.BrokenBarrierError) as e:
                    log(me, "barrier", repr(e), barriers[0].n_waiting)
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        try:
            async with asyncio.TaskGroup() as tg6:
                tg6.create_task(f2(me + "/7"), name=me + "/tg60")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "left sems[1]", sems[1].locked())
    log(me, "gathered", await asyncio.gather(f2(me + "/8"), f2(me + "/9"), return_exceptions=True))
    try:
        w10 = [spawn(me + "/w100", f1(me + "/11")), spawn(me + "/w101", f1(me + "/12"))]
        await asyncio.wait(w10, timeout=0.15, return_when=asyncio.FIRST_COMPLETED)
        log(me, "waited", [outcome(t) for t in w10])
        try:
            async with asyncio.timeout(0.15):
                await asyncio.sleep(0)
                log(me, 13, asyncio.current_task().cancelling())
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        var.set(14)
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.15)
    finally:
        await asyncio.sleep(0.2)
        log(me, 15, asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    log(me, 16)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        log(me, "gathered", await asyncio.gather(f2(me + "/17"), f2(me + "/18"), f2(me + "/19"), return_exceptions=True))
        log(me, "gathered", await asyncio.gather(f2(me + "/20"), f2(me + "/21"), f2(me + "/22")))
    log(me, "left locks[0]", locks[0].locked())
    await asyncio.sleep(0.05)
    log(me, 23)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    s24 = spawn(me + "/s24", asyncio.sleep(0.1, 25))
    try:
        log(me, "shielded", await asyncio.wait_for(asyncio.shield(s24), 0.05))
    except TimeoutError:
        log(me, "shield timed out", s24.done())
    log(me, 26)
    log(me, 27, var.get())
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
    (109002, r"""
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
    events[1].set()
    events[1].clear()
    log(me, "event both", events[1].is_set())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    events[1].set()
    log(me, "event set", events[1].is_set())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    w1 = [spawn(me + "/w10", asyncio.sleep(0.15, 2)), spawn(me + "/w11", asyncio.sleep(0.1, 3)), spawn(me + "/w12", asyncio.sleep(0, 4))]
    await asyncio.wait(w1, timeout=None, return_when=asyncio.FIRST_EXCEPTION)
    log(me, "waited", [outcome(t) for t in w1])
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        t5 = spawn(me + "/t5", asyncio.sleep(0.07, 6))
        log(me, 7, var.get())
        t5.cancel(); log(me, await asyncio.gather(t5, return_exceptions=True))
        try:
            try:
                log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.15, 8), 0.25))
            except TimeoutError:
                log(me, "timeout")
            w9 = [spawn(me + "/w90", asyncio.sleep(0.3, 10))]
            await asyncio.wait(w9, timeout=None, return_when=asyncio.FIRST_EXCEPTION)
            log(me, "waited", [outcome(t) for t in w9])
        finally:
            log(me, 11, var.get())
        try:
            await asyncio.sleep(0.1)
            log(me, 12)
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            await asyncio.sleep(0.15)
        finally:
            log(me, 13)
    log(me, "left locks[0]", locks[0].locked())
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
    (109003, r"""
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
    async for x1 in counted(me, 1, 0.15):
        log(me, "item", x1)
    w2 = [spawn(me + "/w20", f3(me + "/3"))]
    await asyncio.wait(w2, timeout=0.05, return_when=asyncio.FIRST_EXCEPTION)
    log(me, "waited", [outcome(t) for t in w2])
    t4 = spawn(me + "/t4", f1(me + "/5"))
    t4.add_done_callback(done)
    log(me, "awaited", await t4)
    async with sems[1]:
        log(me, "holds sems[1]", sems[1].locked())
        raise KeyError(6)
    log(me, "left sems[1]", sems[1].locked())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    t7 = spawn(me + "/t7", f3(me + "/8"))
    pass
    t9 = spawn(me + "/t9", f3(me + "/10"))
    pass
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        log(me, "in time", await asyncio.wait_for(f3(me + "/11"), 0.25))
    except TimeoutError:
        log(me, "timeout")
    for c14 in asyncio.as_completed([spawn(me + "/c0", f3(me + "/12")), spawn(me + "/c1", f3(me + "/13"))], timeout=None):
        try:
            log(me, "completed", await c14)
        except (ValueError, TimeoutError) as e:
            log(me, "completed with", repr(e))
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    log(me, "got", await asyncio.sleep(0.2, 15))
    log(me, "got", await asyncio.sleep(0.1, 16))
    await asyncio.wait_for(events[1].wait(), 0.1)
    log(me, "event wait", events[1].is_set())
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
    pass
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (109004, r"""
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
    try:
        try:
            asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0, log, me + " called", 3)
            t4 = spawn(me + "/t4", f3(me + "/5"))
            await asyncio.wait([t4], timeout=0.1); log(me, outcome(t4))
            await asyncio.wait_for(events[1].wait(), 0.1)
            log(me, "event wait", events[1].is_set())
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            raise
        try:
            log(me, "gathered", await asyncio.gather(f1(me + "/6"), f2(me + "/7"), f2(me + "/8")))
            await asyncio.sleep(0.1)
            log(me, 9)
            try:
                log(me, "in time", await asyncio.wait_for(f1(me + "/10"), 0.1))
            except TimeoutError:
                log(me, "timeout")
        finally:
            await asyncio.sleep(0)
            log(me, 11, var.get())
    except ValueError as e:
        log(me, "caught", repr(e))
    for i12 in range(2):
        log(me, "round", i12)
        try:
            async with asyncio.TaskGroup() as tg13:
                tg13.create_task(f3(me + "/14"), name=me + "/tg130")
                tg13.create_task(asyncio.sleep(0, 15), name=me + "/tg131")
                tg13.create_task(asyncio.sleep(0.01, 16), name=me + "/tg132")
                await asyncio.sleep(0)
                log(me, 17)
                t18 = spawn(me + "/t18", f3(me + "/19"))
                t18.add_done_callback(done)
                log(me, 20, asyncio.current_task().cancelling())
                t18.cancel(); log(me, await asyncio.gather(t18, return_exceptions=True))
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        try:
            log(me, "in time", await asyncio.wait_for(f2(me + "/21"), 0.15))
        except TimeoutError:
            log(me, "timeout")
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        try:
            log(me, "in time", await asyncio.wait_for(f2(me + "/22"), 0.1))
        except TimeoutError:
            log(me, "timeout")
        events[1].clear()
        log(me, "event clear", events[1].is_set())
        try:
            async with asyncio.TaskGroup() as tg23:
                tg23.create_task(f3(me + "/24"), name=me + "/tg230")
                tg23.create_task(f1(me + "/25"), name=me + "/tg231")
                tg23.create_task(f1(me + "/26"), name=me + "/tg232")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "left locks[0]", locks[0].locked())
    t27 = spawn(me + "/t27", f2(me + "/28"))
    asyncio.get_running_loop().call_later(0, t27.cancel)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    t29 = spawn(me + "/t29", f2(me + "/30"))
    log(me, 31)
    await asyncio.sleep(0)
    log(me, 32)
    await asyncio.wait([t29], timeout=0.25); log(me, outcome(t29))
    var.set(33)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    await asyncio.sleep(0)
    log(me, 34)
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    asyncio.get_running_loop().call_later(0.07, asyncio.current_task().cancel)
    await asyncio.sleep(0.2)
    log(me, 36, asyncio.current_task().cancelling())
    t37 = spawn(me + "/t37", asyncio.sleep(0.07, 38))
    log(me, 39)
    await asyncio.sleep(0.2)
    log(me, 40)
    t37.cancel(); log(me, await asyncio.gather(t37, return_exceptions=True))
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
    (109005, r"""
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
        try:
            log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.2))
        except (TimeoutError, asyncio.BrokenBarrierError) as e:
            log(me, "barrier", repr(e), barriers[0].n_waiting)
        await asyncio.sleep(0.15)
        log(me, 1, asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.2)
    finally:
        log(me, 2, var.get())
    log(me, "got", await asyncio.sleep(0, 3))
    log(me, "queue", queues[1].get_nowait() if queues[1].qsize() else None, queues[1].qsize())
    await asyncio.wait_for(events[1].wait(), 0.30000000000000004)
    log(me, "event wait", events[1].is_set())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    for c8 in asyncio.as_completed([spawn(me + "/c0", asyncio.sleep(0.3, 5)), spawn(me + "/c1", f2(me + "/6")), spawn(me + "/c2", f2(me + "/7"))], timeout=0.1):
        try:
            log(me, "completed", await c8)
        except (ValueError, TimeoutError) as e:
            log(me, "completed with", repr(e))
    await asyncio.sleep(0.1)
    log(me, 9)
    async for x10 in counted(me, 2, 0.01):
        log(me, "item", x10)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0.1):
            events[1].set()
            events[1].clear()
            log(me, "event both", events[1].is_set())
            async with conds[0]:
                conds[0].notify(2)
                log(me, 11, asyncio.current_task().cancelling())
            try:
                log(me, "in time", await asyncio.wait_for(f3(me + "/12"), 0.15))
            except TimeoutError:
                log(me, "timeout")
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    await asyncio.sleep(0.3)
    log(me, 13, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0.15, 14), asyncio.sleep(0.1, 15), return_exceptions=True))
    try:
        try:
            async with asyncio.TaskGroup() as tg16:
                tg16.create_task(asyncio.sleep(0.15, 17), name=me + "/tg160")
                tg16.create_task(asyncio.sleep(0.2, 18), name=me + "/tg161")
                tg16.create_task(asyncio.sleep(0.2, 19), name=me + "/tg162")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    log(me, "cancels", len(tasks) > 1 and tasks[1].cancel())
    try:
        async with asyncio.timeout(0.2):
            try:
                async with asyncio.timeout(0.25):
                    var.set(20)
                    await asyncio.sleep(0.05)
                    log(me, 21)
                    try:
                        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.1, 22), 0))
                    except TimeoutError:
                        log(me, "timeout")
            except TimeoutError:
                log(me, "timed out", asyncio.current_task().cancelling())
            try:
                async with asyncio.TaskGroup() as tg23:
                    tg23.create_task(asyncio.sleep(0.05, 24), name=me + "/tg230")
                    tg23.create_task(asyncio.sleep(0, 25), name=me + "/tg231")
                    events[0].set()
                    log(me, "event set", events[0].is_set())
                    try:
                        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0, 26), 0.2))
                    except TimeoutError:
                        log(me, "timeout")
            except* (ValueError, KeyError, TimeoutError) as eg:
                log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
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
    (109007, r"""
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
    w1 = [spawn(me + "/w10", f3(me + "/2"))]
    await asyncio.wait(w1, timeout=0.25, return_when=asyncio.FIRST_EXCEPTION)
    log(me, "waited", [outcome(t) for t in w1])
    try:
        w3 = [spawn(me + "/w30", f1(me + "/4")), spawn(me + "/w31", f4(me + "/5"))]
        await asyncio.wait(w3, timeout=0.1, return_when=asyncio.FIRST_EXCEPTION)
        log(me, "waited", [outcome(t) for t in w3])
        async with conds[0]:
            conds[0].notify()
            log(me, 6)
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    log(me, 7)
    try:
        log(me, "in time", await asyncio.wait_for(f4(me + "/8"), 0.2))
    except TimeoutError:
        log(me, "timeout")
    async with sems[0]:
        log(me, "holds sems[0]", sems[0].locked())
        log(me, "gathered", await asyncio.gather(f1(me + "/9"), f4(me + "/10"), f2(me + "/11"), return_exceptions=True))
        log(me, "queue", await asyncio.wait_for(queues[0].get(), 0.15), queues[0].qsize())
    log(me, "left sems[0]", sems[0].locked())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    asyncio.get_running_loop().call_soon(log, me + " called", 13)
    t14 = spawn(me + "/t14", f2(me + "/15"))
    await asyncio.sleep(0.2)
    log(me, 16, var.get())
    await asyncio.sleep(0)
    log(me, 17, asyncio.current_task().cancelling())
    await asyncio.wait([t14], timeout=0.25); log(me, outcome(t14))
    log(me, 18, asyncio.current_task().cancelling())
    log(me, "queue", await asyncio.wait_for(queues[0].get(), 0.1), queues[0].qsize())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    events[1].set()
    log(me, "event set", events[1].is_set())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    log(me, "gathered", await asyncio.gather(f4(me + "/20"), return_exceptions=True))
    try:
        async with asyncio.TaskGroup() as tg21:
            tg21.create_task(f4(me + "/22"), name=me + "/tg210")
            tg21.create_task(f4(me + "/23"), name=me + "/tg211")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        try:
            async with asyncio.TaskGroup() as tg24:
                tg24.create_task(f4(me + "/25"), name=me + "/tg240")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        events[1].clear()
        log(me, "event clear", events[1].is_set())
    log(me, "left locks[0]", locks[0].locked())
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    async with locks[1]:
        log(me, "holds locks[1]", locks[1].locked())
        w26 = [spawn(me + "/w260", asyncio.sleep(0.07, 27))]
        await asyncio.wait(w26, timeout=0.15, return_when=asyncio.FIRST_COMPLETED)
        log(me, "waited", [outcome(t) for t in w26])
        raise KeyError(28)
        try:
            async with asyncio.timeout(0.2):
                async for x29 in counted(me, 2, 0):
                    log(me, "item", x29)
                at30 = asyncio.get_running_loop().time() + 0
                for i in range(2):
                    asyncio.get_running_loop().call_at(at30, log, me, "at30", i)
                log(me, "gathered", await asyncio.gather(asyncio.sleep(0.3, 31), asyncio.sleep(0, 32), asyncio.sleep(0.2, 33)))
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "left locks[1]", locks[1].locked())
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
    (109009, r"""
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
            tg1.create_task(f2(me + "/2"), name=me + "/tg10")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "queue", await queues[1].get(), queues[1].qsize())
    asyncio.get_running_loop().call_later(0.07, log, me + " called", 4)
    await asyncio.sleep(0)
    log(me, 5, var.get())
    asyncio.get_running_loop().call_later(0.15, log, me + " called", 6)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    events[0].clear()
    log(me, "event clear", events[0].is_set())
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0, 7)))
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        try:
            async with asyncio.timeout(0.15):
                log(me, "got", await asyncio.sleep(0.3, 8))
                await asyncio.sleep(0.2)
                log(me, 9)
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        asyncio.current_task().cancel("self")
        try:
            async with asyncio.timeout(0.15):
                t10 = spawn(me + "/t10", asyncio.sleep(0.2, 11))
                log(me, "cancels t10", t10.cancel("t10"), t10.cancelling())
                try:
                    log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.15))
                except (TimeoutError, asyncio.BrokenBarrierError) as e:
                    log(me, "barrier", repr(e), barriers[0].n_waiting)
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        log(me, "queue", await queues[0].put(12), queues[0].qsize())
        for c14 in asyncio.as_completed([spawn(me + "/c0", asyncio.sleep(0, 13))], timeout=None):
            try:
                log(me, "completed", await c14)
            except (ValueError, TimeoutError) as e:
                log(me, "completed with", repr(e))
        try:
            try:
                log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.1, 15), 0.2))
            except TimeoutError:
                log(me, "timeout")
        except ValueError as e:
            log(me, "caught", repr(e))
        else:
            log(me, 16)
    log(me, "left locks[0]", locks[0].locked())
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
    (109010, r"""
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
        fut1 = asyncio.get_running_loop().create_future()
        fut1.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
        asyncio.get_running_loop().call_later(0.2, fut1.cancel, "fut1")
        try:
            log(me, "future", await fut1)
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, fut1.cancelled(), asyncio.current_task().cancelling())
            pass
    except ValueError as e:
        log(me, "caught", repr(e))
    finally:
        await asyncio.sleep(0.1)
        log(me, 2, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0.3, 3), f2(me + "/4"), f3(me + "/5"), return_exceptions=True))
    log(me, "queue", await queues[0].get(), queues[0].qsize())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    events[0].set()
    log(me, "event set", events[0].is_set())
    log(me, "gathered", await asyncio.gather(f3(me + "/7")))
    try:
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.3))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
    asyncio.get_running_loop().call_soon(log, me + " called", 8)
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    try:
        asyncio.get_running_loop().call_later(0, log, me + " called", 9).cancel()
    except ValueError as e:
        log(me, "caught", repr(e))
    async with sems[1]:
        log(me, "holds sems[1]", sems[1].locked())
        log(me, "gathered", await asyncio.gather(f4(me + "/10"), f4(me + "/11"), return_exceptions=True))
        try:
            log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.3, 12), 0.15))
        except TimeoutError:
            log(me, "timeout")
    log(me, "left sems[1]", sems[1].locked())
    try:
        async with asyncio.TaskGroup() as tg13:
            tg13.create_task(asyncio.sleep(0.1, 14), name=me + "/tg130")
            tg13.create_task(f4(me + "/15"), name=me + "/tg131")
            tg13.create_task(f4(me + "/16"), name=me + "/tg132")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    events[0].set()
    events[0].clear()
    log(me, "event both", events[0].is_set())
    await asyncio.sleep(0.01)
    log(me, 17, asyncio.current_task().cancelling())
    t18 = spawn(me + "/t18", asyncio.sleep(0, 19))
    asyncio.get_running_loop().call_later(0.2, t18.cancel)
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
    (109011, r"""
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
            tg1.create_task(f2(me + "/2"), name=me + "/tg10")
            for i3 in range(3):
                log(me, "round", i3)
                fut4 = asyncio.get_running_loop().create_future()
                fut4.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
                asyncio.get_running_loop().call_later(0.15, settle, fut4, 4)
                try:
                    log(me, "future", await fut4)
                except asyncio.CancelledError as e:
                    log(me, "cancelled", e.args, fut4.cancelled(), asyncio.current_task().cancelling())
                    raise
                log(me, 5, asyncio.current_task().cancelling())
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        async for x6 in counted(me, 3, 0.1):
            log(me, "item", x6)
            break
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    await asyncio.sleep(0)
    log(me, 7, asyncio.current_task().cancelling())
    async with locks[1]:
        log(me, "holds locks[1]", locks[1].locked())
        try:
            async with asyncio.timeout(0.25):
                var.set(8)
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "left locks[1]", locks[1].locked())
    log(me, "queue", queues[1].get_nowait() if queues[1].qsize() else None, queues[1].qsize())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, "gathered", await asyncio.gather(f4(me + "/10")))
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    async for x11 in counted(me, 2, 0.1):
        log(me, "item", x11)
    try:
        async with asyncio.timeout(0.15):
            try:
                log(me, "got", await f4(me + "/12"))
            except ValueError as e:
                log(me, "caught", repr(e))
            try:
                log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.3))
            except (TimeoutError, asyncio.BrokenBarrierError) as e:
                log(me, "barrier", repr(e), barriers[0].n_waiting)
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, 13)
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    log(me, "queue", queues[0].put_nowait(14) if not queues[0].full() else None, queues[0].qsize())
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    async with conds[0]:
        conds[0].notify()
        log(me, 15)
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        try:
            log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.15, 16), 0.3))
        except TimeoutError:
            log(me, "timeout")
        t17 = spawn(me + "/t17", asyncio.sleep(0.2, 18))
        log(me, 19)
        log(me, "cancels t17", t17.cancel())
    log(me, "left locks[0]", locks[0].locked())
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
