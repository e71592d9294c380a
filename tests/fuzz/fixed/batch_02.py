"""Random programs, one after the other, each on a loop of its own."""

import asyncio

# What a program leaves behind stays whole, so that it says nothing during the next.
KEPT = []
PROGRAMS = [
    (102000, r"""
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
        async with locks[0]:
            log(me, "holds locks[0]", locks[0].locked())
            fut1 = asyncio.get_running_loop().create_future()
            fut1.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
            asyncio.get_running_loop().call_later(0.01, fut1.cancel)
            try:
                log(me, "future", await fut1)
            except asyncio.CancelledError as e:
                log(me, "cancelled", e.args, fut1.cancelled(), asyncio.current_task().cancelling())
                raise
        log(me, "left locks[0]", locks[0].locked())
        try:
            async with asyncio.TaskGroup() as tg2:
                tg2.create_task(f3(me + "/3"), name=me + "/tg20")
                tg2.create_task(asyncio.sleep(0.05, 4), name=me + "/tg21")
                tg2.create_task(f4(me + "/5"), name=me + "/tg22")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        await asyncio.sleep(0.2)
        log(me, 6)
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 7, var.get())
    try:
        try:
            log(me, "in time", await asyncio.wait_for(f2(me + "/8"), 0.3))
        except TimeoutError:
            log(me, "timeout")
        try:
            t9 = spawn(me + "/t9", f1(me + "/10"))
            log(me, 11, asyncio.current_task().cancelling())
            log(me, 12, asyncio.current_task().cancelling())
            log(me, "cancels t9", t9.cancel("t9"), t9.cancelling())
        finally:
            log(me, 13)
        try:
            log(me, "gathered", await asyncio.gather(asyncio.sleep(0.01, 14), f4(me + "/15"), asyncio.sleep(0.2, 16)))
            t17 = spawn(me + "/t17", asyncio.sleep(0.05, 18))
            log(me, 19, asyncio.current_task().cancelling())
            await asyncio.sleep(0.15)
            log(me, 20)
            pass
        finally:
            await asyncio.sleep(0.2)
            log(me, 21, var.get())
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        log(me, 22, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, "got", await f3(me + "/23"))
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        try:
            log(me, "gathered", await asyncio.gather(f4(me + "/24"), asyncio.sleep(0, 25)))
            log(me, "queue", await asyncio.wait_for(queues[0].get(), 0.05), queues[0].qsize())
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            raise
    except ValueError as e:
        log(me, "caught", repr(e))
    try:
        log(me, "gathered", await asyncio.gather(f3(me + "/27"), f4(me + "/28"), return_exceptions=True))
        try:
            async with asyncio.TaskGroup() as tg29:
                tg29.create_task(f3(me + "/30"), name=me + "/tg290")
                tg29.create_task(f4(me + "/31"), name=me + "/tg291")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        g32 = asyncio.gather(f4(me + "/33"), f3(me + "/34"))
        await asyncio.sleep(0.15)
        log(me, "cancel gather", g32.cancel("g32"), g32.done())
        try:
            log(me, await g32)
        except asyncio.CancelledError as e:
            log(me, "gather cancelled", g32.cancelled(), asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    finally:
        await asyncio.sleep(0)
        log(me, 35)
    asyncio.get_running_loop().call_soon(log, me + " called", 36)
    try:
        asyncio.get_running_loop().call_soon(log, me + " called", 37)
        try:
            log(me, "in time", await asyncio.wait_for(f4(me + "/38"), 0.1))
        except TimeoutError:
            log(me, "timeout")
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 39)
    finally:
        log(me, 40, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    log(me, "queue", await asyncio.wait_for(queues[0].get(), 0.25), queues[0].qsize())
    return 42
    await asyncio.sleep(0)
    log(me, 43, var.get())
    log(me, "got", await f4(me + "/44"))
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.05, 45), 0.3))
    except TimeoutError:
        log(me, "timeout")
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0.1, 46), return_exceptions=True))
    try:
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.1))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
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
        if not t.done():
            t.cancel("over")
    tasks and await asyncio.wait(tasks, timeout=1)
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (102002, r"""
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
    await asyncio.sleep(0.1)
    log(me, 1)
    async with sems[0]:
        log(me, "holds sems[0]", sems[0].locked())
        try:
            async with asyncio.timeout(0.05):
                at2 = asyncio.get_running_loop().time() + 0.15
                for i in range(5):
                    asyncio.get_running_loop().call_at(at2, log, me, "at2", i)
                log(me, 3)
                await asyncio.sleep(0.01)
                log(me, 4, var.get())
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        try:
            t5 = spawn(me + "/t5", asyncio.sleep(0.15, 6))
            log(me, "awaited", await t5)
            await asyncio.sleep(0.15)
            log(me, 7)
            t8 = spawn(me + "/t8", f2(me + "/9"))
            log(me, "cancels t8", t8.cancel("t8"), t8.cancelling())
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            await asyncio.sleep(0.07)
    log(me, "left sems[0]", sems[0].locked())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    async with conds[0]:
        conds[0].notify(2)
        log(me, 10)
    try:
        for i11 in range(2):
            log(me, "round", i11)
            await asyncio.sleep(0.1)
            log(me, 12, var.get())
            await asyncio.sleep(0.3)
            log(me, 13)
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    t14 = spawn(me + "/t14", f2(me + "/15"))
    await asyncio.sleep(0.07)
    log(me, 16)
    log(me, "awaited", await t14)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0.05):
            log(me, "gathered", await asyncio.gather(f4(me + "/17"), f4(me + "/18"), f4(me + "/19"), return_exceptions=True))
            try:
                async with asyncio.TaskGroup() as tg20:
                    tg20.create_task(f4(me + "/21"), name=me + "/tg200")
                    tg20.create_task(f3(me + "/22"), name=me + "/tg201")
                    tg20.create_task(asyncio.sleep(0.2, 23), name=me + "/tg202")
            except* (ValueError, KeyError, TimeoutError) as eg:
                log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    try:
        log(me, "in time", await asyncio.wait_for(f4(me + "/24"), 0))
    except TimeoutError:
        log(me, "timeout")
    try:
        log(me, "queue", await asyncio.wait_for(queues[0].put(25), 0.3), queues[0].qsize())
        try:
            log(me, 26)
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            raise
        finally:
            log(me, 27)
        try:
            log(me, "got", await asyncio.sleep(0, 28))
            await asyncio.sleep(0.1)
            log(me, 29)
            log(me, 30, asyncio.current_task().cancelling())
        except ValueError as e:
            log(me, "caught", repr(e))
        finally:
            log(me, 31)
    finally:
        await asyncio.sleep(0.15)
        log(me, 32)
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0):
            asyncio.get_running_loop().call_soon(log, me + " called", 33)
            log(me, "queue", await asyncio.wait_for(queues[0].put(34), 0.2), queues[0].qsize())
            try:
                log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.05, 35), 0.2))
            except TimeoutError:
                log(me, "timeout")
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
    (102003, r"""
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
    log(me, "queue", await asyncio.wait_for(queues[1].put(1), 0.15), queues[1].qsize())
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.1, 2), 0.3))
    except TimeoutError:
        log(me, "timeout")
    try:
        async with asyncio.TaskGroup() as tg3:
            tg3.create_task(f4(me + "/4"), name=me + "/tg30")
            tg3.create_task(f1(me + "/5"), name=me + "/tg31")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, 6)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    w7 = [spawn(me + "/w70", f2(me + "/8"))]
    await asyncio.wait(w7, timeout=None, return_when=asyncio.ALL_COMPLETED)
    log(me, "waited", [outcome(t) for t in w7])
    await asyncio.sleep(0.1)
    log(me, 9)
    asyncio.current_task().cancel("self")
    log(me, "gathered", await asyncio.gather(f2(me + "/10"), f3(me + "/11")))
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    log(me, "queue", queues[0].put_nowait(12) if not queues[0].full() else None, queues[0].qsize())
    await asyncio.wait_for(events[0].wait(), 0.25)
    log(me, "event wait", events[0].is_set())
    try:
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            w13 = [spawn(me + "/w130", f4(me + "/14")), spawn(me + "/w131", f4(me + "/15"))]
            await asyncio.wait(w13, timeout=None, return_when=asyncio.FIRST_EXCEPTION)
            log(me, "waited", [outcome(t) for t in w13])
            await asyncio.sleep(0.07)
            log(me, 16)
            events[0].set()
            log(me, "event set", events[0].is_set())
        log(me, "left sems[1]", sems[1].locked())
        for c20 in asyncio.as_completed([spawn(me + "/c0", f4(me + "/17")), spawn(me + "/c1", f3(me + "/18")), spawn(me + "/c2", f4(me + "/19"))], timeout=0.05):
            try:
                log(me, "completed", await c20)
            except (ValueError, TimeoutError) as e:
                log(me, "completed with", repr(e))
        t21 = spawn(me + "/t21", f4(me + "/22"))
        log(me, "cancels t21", t21.cancel("t21"), t21.cancelling())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.2)
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    async with sems[1]:
        log(me, "holds sems[1]", sems[1].locked())
        events[0].set()
        log(me, "event set", events[0].is_set())
        try:
            log(me, "queue", await queues[1].get(), queues[1].qsize())
            t24 = spawn(me + "/t24", f4(me + "/25"))
            log(me, "cancels t24", t24.cancel("t24"), t24.cancelling())
            t26 = spawn(me + "/t26", f4(me + "/27"))
            log(me, 28, var.get())
            log(me, "cancels t26", t26.cancel())
        except ValueError as e:
            log(me, "caught", repr(e))
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            raise
        finally:
            await asyncio.sleep(0.15)
            log(me, 29)
        log(me, "queue", queues[1].put_nowait(30) if not queues[1].full() else None, queues[1].qsize())
    log(me, "left sems[1]", sems[1].locked())
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    try:
        fut31 = asyncio.get_running_loop().create_future()
        fut31.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
        asyncio.get_running_loop().call_later(0.2, fut31.cancel, "fut31")
        try:
            log(me, "future", await fut31)
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, fut31.cancelled(), asyncio.current_task().cancelling())
            pass
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            await asyncio.sleep(0.05)
            log(me, 32, var.get())
        log(me, "left sems[1]", sems[1].locked())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    try:
        log(me, "gathered", await asyncio.gather(asyncio.sleep(0.1, 33), asyncio.sleep(0.1, 34), return_exceptions=True))
        try:
            async with asyncio.timeout(0.05):
                events[0].set()
                events[0].clear()
                log(me, "event both", events[0].is_set())
                raise ValueError(35)
                t36 = spawn(me + "/t36", asyncio.sleep(0.1, 37))
                await asyncio.sleep(0.1)
                log(me, 38)
                log(me, 39)
                await asyncio.wait([t36], timeout=0.15); log(me, outcome(t36))
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        log(me, "got", await asyncio.sleep(0.2, 40))
    finally:
        log(me, 41)
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
        if not t.done():
            t.cancel("over")
    tasks and await asyncio.wait(tasks, timeout=1)
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (102004, r"""
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
        log(me, "in time", await asyncio.wait_for(f3(me + "/1"), 0.1))
    except TimeoutError:
        log(me, "timeout")
    log(me, 2, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    for c4 in asyncio.as_completed([spawn(me + "/c0", f2(me + "/3"))], timeout=None):
        try:
            log(me, "completed", await c4)
        except (ValueError, TimeoutError) as e:
            log(me, "completed with", repr(e))
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    log(me, 5, asyncio.current_task().cancelling())
    asyncio.get_running_loop().call_later(0, log, me + " called", 6)
    async with locks[1]:
        log(me, "holds locks[1]", locks[1].locked())
        async with sems[0]:
            log(me, "holds sems[0]", sems[0].locked())
            await asyncio.sleep(0.05)
            log(me, 7, var.get())
            raise KeyError(8)
        log(me, "left sems[0]", sems[0].locked())
    log(me, "left locks[1]", locks[1].locked())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    events[0].set()
    events[0].clear()
    log(me, "event both", events[0].is_set())
    raise ValueError(9)
    async with locks[1]:
        log(me, "holds locks[1]", locks[1].locked())
        raise KeyError(10)
        try:
            log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.15, 11), 0.15))
        except TimeoutError:
            log(me, "timeout")
    log(me, "left locks[1]", locks[1].locked())
    try:
        async with asyncio.timeout(0.15):
            try:
                async with asyncio.TaskGroup() as tg12:
                    tg12.create_task(asyncio.sleep(0.07, 13), name=me + "/tg120")
                    tg12.create_task(asyncio.sleep(0.2, 14), name=me + "/tg121")
                    tg12.create_task(asyncio.sleep(0.01, 15), name=me + "/tg122")
            except* (ValueError, KeyError, TimeoutError) as eg:
                log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
            asyncio.get_running_loop().call_later(0, asyncio.current_task().cancel)
            async with sems[1]:
                log(me, "holds sems[1]", sems[1].locked())
                log(me, "got", await asyncio.sleep(0, 17))
                g18 = asyncio.gather(asyncio.sleep(0, 19), asyncio.sleep(0.05, 20))
                await asyncio.sleep(0.2)
                log(me, "cancel gather", g18.cancel("g18"), g18.done())
                try:
                    log(me, await g18)
                except asyncio.CancelledError as e:
                    log(me, "gather cancelled", g18.cancelled(), asyncio.current_task().cancelling())
                async with conds[0]:
                    conds[0].notify_all()
                    log(me, 21)
            log(me, "left sems[1]", sems[1].locked())
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
    pass
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (102005, r"""
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
    t1 = spawn(me + "/t1", f2(me + "/2"))
    log(me, "cancels t1", t1.cancel())
    await asyncio.sleep(0.05)
    log(me, 3)
    log(me, "queue", queues[1].get_nowait() if queues[1].qsize() else None, queues[1].qsize())
    await asyncio.sleep(0.05)
    log(me, 5, var.get())
    try:
        async with asyncio.timeout(0.15):
            events[1].set()
            log(me, "event set", events[1].is_set())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, "uncancel", asyncio.current_task().uncancel())
    try:
        for i6 in range(3):
            log(me, "round", i6)
            log(me, "queue", await asyncio.wait_for(queues[0].get(), 0.05), queues[0].qsize())
            asyncio.get_running_loop().call_soon(log, me + " called", 8)
        async with locks[1]:
            log(me, "holds locks[1]", locks[1].locked())
            try:
                log(me, "in time", await asyncio.wait_for(asyncio.sleep(0, 9), 0.15))
            except TimeoutError:
                log(me, "timeout")
            log(me, "gathered", await asyncio.gather(f3(me + "/10"), f3(me + "/11"), return_exceptions=True))
            await asyncio.sleep(0.2)
            log(me, 12)
        log(me, "left locks[1]", locks[1].locked())
        try:
            async with asyncio.timeout(0.25):
                async with conds[0]:
                    conds[0].notify_all()
                    log(me, 13, var.get())
                at14 = asyncio.get_running_loop().time() + 0.25
                for i in range(5):
                    asyncio.get_running_loop().call_at(at14, log, me, "at14", i)
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 15, asyncio.current_task().cancelling())
    t16 = spawn(me + "/t16", f3(me + "/17"))
    log(me, "awaited", await t16)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    log(me, "got", await f3(me + "/18"))
    log(me, 19)
    log(me, "got", await f3(me + "/20"))
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    var.set(21)
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
    (102006, r"""
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
    t1 = spawn(me + "/t1", asyncio.sleep(0.2, 2))
    log(me, 3, var.get())
    log(me, 4, var.get())
    asyncio.get_running_loop().call_later(0, t1.cancel)
    try:
        async with asyncio.timeout(0.3):
            log(me, "queue", queues[1].put_nowait(5) if not queues[1].full() else None, queues[1].qsize())
            log(me, "gathered", await asyncio.gather(f1(me + "/6"), f1(me + "/7"), return_exceptions=True))
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    raise ValueError(8)
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
    (102007, r"""
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
            tg1.create_task(f1(me + "/3"), name=me + "/tg11")
            tg1.create_task(f2(me + "/4"), name=me + "/tg12")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg5:
            tg5.create_task(f1(me + "/6"), name=me + "/tg50")
            tg5.create_task(f2(me + "/7"), name=me + "/tg51")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.3):
            try:
                async with asyncio.TaskGroup() as tg8:
                    tg8.create_task(f1(me + "/9"), name=me + "/tg80")
                    w10 = [spawn(me + "/w100", f1(me + "/11")), spawn(me + "/w101", f2(me + "/12")), spawn(me + "/w102", f2(me + "/13"))]
                    await asyncio.wait(w10, timeout=0.25, return_when=asyncio.FIRST_EXCEPTION)
                    log(me, "waited", [outcome(t) for t in w10])
                    s14 = spawn(me + "/s14", f1(me + "/15"))
                    try:
                        log(me, "shielded", await asyncio.wait_for(asyncio.shield(s14), 0))
                    except TimeoutError:
                        log(me, "shield timed out", s14.done())
            except* (ValueError, KeyError, TimeoutError) as eg:
                log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    w16 = [spawn(me + "/w160", f2(me + "/17")), spawn(me + "/w161", f2(me + "/18"))]
    await asyncio.wait(w16, timeout=0, return_when=asyncio.FIRST_COMPLETED)
    log(me, "waited", [outcome(t) for t in w16])
    raise ValueError(19)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    asyncio.get_running_loop().call_later(0, asyncio.current_task().cancel)
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0.07, 21), f2(me + "/22")))
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    log(me, "got", await asyncio.sleep(0.1, 23))
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
    (102008, r"""
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
            tg1.create_task(asyncio.sleep(0.2, 2), name=me + "/tg10")
            tg1.create_task(asyncio.sleep(0, 3), name=me + "/tg11")
            tg1.create_task(f1(me + "/4"), name=me + "/tg12")
            await asyncio.sleep(0)
            log(me, 5)
            await asyncio.sleep(0.1)
            log(me, 6)
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    t7 = spawn(me + "/t7", f2(me + "/8"))
    await asyncio.sleep(0.01)
    log(me, 9)
    log(me, "cancels t7", t7.cancel("t7"), t7.cancelling())
    async with conds[0]:
        conds[0].notify()
        log(me, 10)
    raise KeyError(11)
    await asyncio.sleep(0.15)
    log(me, 12)
    t13 = spawn(me + "/t13", f2(me + "/14"))
    pass
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    await asyncio.sleep(0)
    log(me, 15)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    events[1].set()
    log(me, "event set", events[1].is_set())
    try:
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.15))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
    w16 = [spawn(me + "/w160", asyncio.sleep(0.01, 17)), spawn(me + "/w161", asyncio.sleep(0, 18))]
    await asyncio.wait(w16, timeout=0.05, return_when=asyncio.FIRST_COMPLETED)
    log(me, "waited", [outcome(t) for t in w16])
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
    (102010, r"""
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
            log(me, "got", await f1(me + "/3"))
            t4 = spawn(me + "/t4", f1(me + "/5"))
            log(me, "cancels t4", t4.cancel("t4"), t4.cancelling())
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "gathered", await asyncio.gather(f1(me + "/6")))
    await asyncio.sleep(0.15)
    log(me, 7, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    events[1].clear()
    log(me, "event clear", events[1].is_set())
    await asyncio.sleep(0.2)
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
    (102011, r"""
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
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
    try:
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.15))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
    log(me, "gathered", await asyncio.gather(f2(me + "/1")))
    await asyncio.sleep(0.15)
    log(me, 2)
    try:
        async with asyncio.TaskGroup() as tg3:
            tg3.create_task(f4(me + "/4"), name=me + "/tg30")
            tg3.create_task(asyncio.sleep(0.05, 5), name=me + "/tg31")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    t6 = spawn(me + "/t6", f2(me + "/7"))
    t6.add_done_callback(done)
    log(me, 8, var.get())
    await asyncio.sleep(0)
    log(me, 9)
    log(me, "cancels t6", t6.cancel())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            w10 = [spawn(me + "/w100", f2(me + "/11")), spawn(me + "/w101", f4(me + "/12"))]
            await asyncio.wait(w10, timeout=0.15, return_when=asyncio.ALL_COMPLETED)
            log(me, "waited", [outcome(t) for t in w10])
            fut13 = asyncio.get_running_loop().create_future()
            fut13.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
            asyncio.get_running_loop().call_later(0.05, settle, fut13, 13)
            try:
                log(me, "future", await fut13)
            except asyncio.CancelledError as e:
                log(me, "cancelled", e.args, fut13.cancelled(), asyncio.current_task().cancelling())
                raise
            asyncio.get_running_loop().call_later(0, asyncio.current_task().cancel)
        log(me, "left sems[1]", sems[1].locked())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        pass
    finally:
        await asyncio.sleep(0.01)
        log(me, 15)
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        t16 = spawn(me + "/t16", asyncio.sleep(0.01, 17))
        await asyncio.sleep(0.2)
        log(me, 18, var.get())
        log(me, 19)
        log(me, "cancels t16", t16.cancel())
    log(me, "left locks[0]", locks[0].locked())
    g20 = asyncio.gather(f4(me + "/21"), f2(me + "/22"), return_exceptions=True)
    await asyncio.sleep(0)
    log(me, "cancel gather", g20.cancel("g20"), g20.done())
    try:
        log(me, await g20)
    except asyncio.CancelledError as e:
        log(me, "gather cancelled", g20.cancelled(), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    await asyncio.sleep(0.1)
    log(me, 23, asyncio.current_task().cancelling())
    async with sems[0]:
        log(me, "holds sems[0]", sems[0].locked())
        try:
            async with asyncio.TaskGroup() as tg24:
                tg24.create_task(f3(me + "/25"), name=me + "/tg240")
                tg24.create_task(f3(me + "/26"), name=me + "/tg241")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        for i27 in range(3):
            log(me, "round", i27)
            try:
                log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.3))
            except (TimeoutError, asyncio.BrokenBarrierError) as e:
                log(me, "barrier", repr(e), barriers[0].n_waiting)
    log(me, "left sems[0]", sems[0].locked())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    log(me, "got", await f4(me + "/28"))
    try:
        async with asyncio.TaskGroup() as tg29:
            tg29.create_task(f4(me + "/30"), name=me + "/tg290")
            tg29.create_task(f4(me + "/31"), name=me + "/tg291")
            tg29.create_task(f4(me + "/32"), name=me + "/tg292")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    t33 = spawn(me + "/t33", asyncio.sleep(0.1, 34))
    await asyncio.sleep(0.2)
    log(me, 35)
    await asyncio.wait([t33], timeout=0.15); log(me, outcome(t33))
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.2, 36), 0.15))
    except TimeoutError:
        log(me, "timeout")
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.2, 37), 0.15))
    except TimeoutError:
        log(me, "timeout")
    log(me, "queue", await asyncio.wait_for(queues[1].get(), 0.05), queues[1].qsize())
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
