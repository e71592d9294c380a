"""Random programs, one after the other, each on a loop of its own."""

import asyncio

# What a program leaves behind stays whole, so that it says nothing during the next.
KEPT = []
PROGRAMS = [
    (104000, r"""
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
        try:
            async with asyncio.timeout(0):
                try:
                    log(me, "in time", await asyncio.wait_for(asyncio.sleep(0, 1), 0.25))
                except TimeoutError:
                    log(me, "timeout")
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        try:
            log(me, "gathered", await asyncio.gather(f3(me + "/2"), return_exceptions=True))
            t3 = spawn(me + "/t3", f2(me + "/4"))
            await asyncio.sleep(0.05)
            log(me, 5)
            log(me, "cancels t3", t3.cancel())
        except ValueError as e:
            log(me, "caught", repr(e))
    log(me, "left locks[1]", locks[1].locked())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    async for x6 in counted(me, 2, 0.2):
        log(me, "item", x6)
    log(me, "got", await f2(me + "/7"))
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        try:
            log(me, "in time", await asyncio.wait_for(f3(me + "/8"), 0.2))
        except TimeoutError:
            log(me, "timeout")
        for i9 in range(3):
            log(me, "round", i9)
            t10 = spawn(me + "/t10", f3(me + "/11"))
            t10.cancel(); log(me, await asyncio.gather(t10, return_exceptions=True))
            events[1].set()
            log(me, "event set", events[1].is_set())
    except ValueError as e:
        log(me, "caught", repr(e))
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    fut12 = asyncio.get_running_loop().create_future()
    fut12.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
    asyncio.get_running_loop().call_later(0.01, fut12.cancel, "fut12")
    try:
        log(me, "future", await fut12)
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, fut12.cancelled(), asyncio.current_task().cancelling())
        raise
    await asyncio.sleep(0.3)
    log(me, 13)
    events[1].set()
    events[1].clear()
    log(me, "event both", events[1].is_set())
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0, 14), 0.3))
    except TimeoutError:
        log(me, "timeout")
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
    (104001, r"""
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
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            log(me, "got", await f1(me + "/1"))
            await asyncio.sleep(0)
            log(me, 2)
        log(me, "left sems[1]", sems[1].locked())
        try:
            async with asyncio.timeout(0.1):
                async with conds[0]:
                    try:
                        log(me, "notified", await asyncio.wait_for(conds[0].wait(), 0.1))
                    except TimeoutError:
                        log(me, "not notified", conds[0].locked())
                log(me, "got", await f1(me + "/3"))
                async for x4 in counted(me, 1, 0.2):
                    log(me, "item", x4)
                    break
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 5, var.get())
    finally:
        await asyncio.sleep(0.05)
        log(me, 6, var.get())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, 7, var.get())
    w8 = [spawn(me + "/w80", asyncio.sleep(0.07, 9))]
    await asyncio.wait(w8, timeout=None, return_when=asyncio.ALL_COMPLETED)
    log(me, "waited", [outcome(t) for t in w8])
    try:
        async with asyncio.TaskGroup() as tg10:
            tg10.create_task(asyncio.sleep(0.07, 11), name=me + "/tg100")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    await asyncio.wait_for(events[0].wait(), 0.4)
    log(me, "event wait", events[0].is_set())
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
    (104002, r"""
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
        await asyncio.wait_for(events[0].wait(), 0.2)
        log(me, "event wait", events[0].is_set())
        await asyncio.sleep(0.1)
        log(me, 1, var.get())
        g2 = asyncio.gather(f1(me + "/3"), f1(me + "/4"), return_exceptions=True)
        await asyncio.sleep(0.15)
        log(me, "cancel gather", g2.cancel("g2"), g2.done())
        try:
            log(me, await g2)
        except asyncio.CancelledError as e:
            log(me, "gather cancelled", g2.cancelled(), asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    finally:
        await asyncio.sleep(0.1)
        log(me, 5, asyncio.current_task().cancelling())
    log(me, "queue", queues[0].put_nowait(6) if not queues[0].full() else None, queues[0].qsize())
    s7 = spawn(me + "/s7", asyncio.sleep(0.01, 8))
    try:
        log(me, "shielded", await asyncio.wait_for(asyncio.shield(s7), 0.3))
    except TimeoutError:
        log(me, "shield timed out", s7.done())
    fut9 = asyncio.get_running_loop().create_future()
    fut9.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
    asyncio.get_running_loop().call_later(0, settle, fut9, 9)
    try:
        log(me, "future", await fut9)
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, fut9.cancelled(), asyncio.current_task().cancelling())
        pass
    log(me, "gathered", await asyncio.gather(f1(me + "/10"), f1(me + "/11")))
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    asyncio.get_running_loop().call_later(0, log, me + " called", 12)
    g13 = asyncio.gather(asyncio.sleep(0.01, 14))
    await asyncio.sleep(0)
    log(me, "cancel gather", g13.cancel("g13"), g13.done())
    try:
        log(me, await g13)
    except asyncio.CancelledError as e:
        log(me, "gather cancelled", g13.cancelled(), asyncio.current_task().cancelling())
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
    (104003, r"""
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
    t1.cancel(); log(me, await asyncio.gather(t1, return_exceptions=True))
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0.15):
            g3 = asyncio.gather(asyncio.sleep(0.1, 4))
            await asyncio.sleep(0.01)
            log(me, "cancel gather", g3.cancel("g3"), g3.done())
            try:
                log(me, await g3)
            except asyncio.CancelledError as e:
                log(me, "gather cancelled", g3.cancelled(), asyncio.current_task().cancelling())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
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
    (104004, r"""
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
            tg1.create_task(f2(me + "/3"), name=me + "/tg11")
            tg1.create_task(f1(me + "/4"), name=me + "/tg12")
            log(me, "got", await asyncio.sleep(0.1, 5))
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        try:
            async with asyncio.timeout(0.25):
                log(me, 6)
                t7 = spawn(me + "/t7", f1(me + "/8"))
                await asyncio.wait([t7], timeout=0.2); log(me, outcome(t7))
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 9, var.get())
    try:
        async with asyncio.TaskGroup() as tg10:
            tg10.create_task(asyncio.sleep(0.01, 11), name=me + "/tg100")
            for c15 in asyncio.as_completed([spawn(me + "/c0", f3(me + "/12")), spawn(me + "/c1", f3(me + "/13")), spawn(me + "/c2", f4(me + "/14"))], timeout=0.3):
                try:
                    log(me, "completed", await c15)
                except (ValueError, TimeoutError) as e:
                    log(me, "completed with", repr(e))
            try:
                s16 = spawn(me + "/s16", asyncio.sleep(0.05, 17))
                try:
                    log(me, "shielded", await asyncio.wait_for(asyncio.shield(s16), 0.2))
                except TimeoutError:
                    log(me, "shield timed out", s16.done())
                async with conds[0]:
                    conds[0].notify_all()
                    log(me, 18, var.get())
            finally:
                await asyncio.sleep(0)
                log(me, 19, var.get())
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    fut20 = asyncio.get_running_loop().create_future()
    fut20.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
    asyncio.get_running_loop().call_later(0.01, fut20.cancel)
    try:
        log(me, "future", await fut20)
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, fut20.cancelled(), asyncio.current_task().cancelling())
        raise
    await asyncio.sleep(0.07)
    log(me, 21, var.get())
    log(me, "cancels", len(tasks) > 2 and tasks[2].cancel())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    await asyncio.sleep(0.1)
    log(me, 22)
    try:
        async with asyncio.timeout(0.25):
            try:
                async with asyncio.TaskGroup() as tg23:
                    tg23.create_task(asyncio.sleep(0.05, 24), name=me + "/tg230")
                    tg23.create_task(f3(me + "/25"), name=me + "/tg231")
            except* (ValueError, KeyError, TimeoutError) as eg:
                log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
            try:
                async with asyncio.TaskGroup() as tg26:
                    tg26.create_task(f3(me + "/27"), name=me + "/tg260")
                    tg26.create_task(f3(me + "/28"), name=me + "/tg261")
            except* (ValueError, KeyError, TimeoutError) as eg:
                log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
            await asyncio.sleep(0)
            log(me, 29)
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    try:
        log(me, "gathered", await asyncio.gather(asyncio.sleep(0.3, 30), f3(me + "/31")))
        try:
            return 32
            log(me, 33)
            async with conds[0]:
                conds[0].notify(2)
                log(me, 34)
        except ValueError as e:
            log(me, "caught", repr(e))
        finally:
            log(me, 35)
        async with sems[0]:
            log(me, "holds sems[0]", sems[0].locked())
            log(me, 36)
            log(me, "queue", await asyncio.wait_for(queues[0].get(), 0.05), queues[0].qsize())
        log(me, "left sems[0]", sems[0].locked())
    except ValueError as e:
        log(me, "caught", repr(e))
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    try:
        log(me, "in time", await asyncio.wait_for(f4(me + "/38"), 0.25))
    except TimeoutError:
        log(me, "timeout")
    for i39 in range(2):
        log(me, "round", i39)
        fut40 = asyncio.get_running_loop().create_future()
        fut40.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
        asyncio.get_running_loop().call_later(0.07, fut40.cancel)
        try:
            log(me, "future", await fut40)
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, fut40.cancelled(), asyncio.current_task().cancelling())
            pass
        t41 = spawn(me + "/t41", f4(me + "/42"))
        await asyncio.sleep(0)
        log(me, 43)
        log(me, "awaited", await t41)
    asyncio.get_running_loop().call_soon(log, me + " called", 44)
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    try:
        try:
            await asyncio.sleep(0.05)
            log(me, 45, var.get())
            log(me, "got", await asyncio.sleep(0.1, 46))
        except ValueError as e:
            log(me, "caught", repr(e))
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            await asyncio.sleep(0.2)
    except ValueError as e:
        log(me, "caught", repr(e))
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0.05, 47), asyncio.sleep(0, 48), return_exceptions=True))
    try:
        try:
            log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.15, 49), 0.3))
        except TimeoutError:
            log(me, "timeout")
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            async with conds[0]:
                conds[0].notify()
                log(me, 50, var.get())
        log(me, "left sems[1]", sems[1].locked())
        async with sems[0]:
            log(me, "holds sems[0]", sems[0].locked())
            await asyncio.sleep(0.3)
            log(me, 51, asyncio.current_task().cancelling())
            log(me, "gathered", await asyncio.gather(asyncio.sleep(0.05, 52), asyncio.sleep(0.2, 53), asyncio.sleep(0.1, 54), return_exceptions=True))
            await asyncio.sleep(0.01)
            log(me, 55)
        log(me, "left sems[0]", sems[0].locked())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.3)
    finally:
        log(me, 56, asyncio.current_task().cancelling())
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
    (104005, r"""
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
    log(me, 1, var.get())
    asyncio.get_running_loop().call_later(0, asyncio.current_task().cancel)
    async with sems[0]:
        log(me, "holds sems[0]", sems[0].locked())
        t3 = spawn(me + "/t3", f3(me + "/4"))
        log(me, 5)
        await asyncio.sleep(0)
        log(me, 6, asyncio.current_task().cancelling())
        t3.cancel(); log(me, await asyncio.gather(t3, return_exceptions=True))
    log(me, "left sems[0]", sems[0].locked())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    await asyncio.sleep(0)
    log(me, 7, var.get())
    w8 = [spawn(me + "/w80", f2(me + "/9")), spawn(me + "/w81", f3(me + "/10")), spawn(me + "/w82", f3(me + "/11"))]
    await asyncio.wait(w8, timeout=None, return_when=asyncio.ALL_COMPLETED)
    log(me, "waited", [outcome(t) for t in w8])
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        try:
            async with asyncio.TaskGroup() as tg12:
                tg12.create_task(f4(me + "/13"), name=me + "/tg120")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "left locks[0]", locks[0].locked())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg14:
            tg14.create_task(asyncio.sleep(0.05, 15), name=me + "/tg140")
            tg14.create_task(f4(me + "/16"), name=me + "/tg141")
            try:
                t17 = spawn(me + "/t17", asyncio.sleep(0.1, 18))
                log(me, 19)
                t17.cancel(); log(me, await asyncio.gather(t17, return_exceptions=True))
                async for x20 in counted(me, 3, 0.07):
                    log(me, "item", x20)
            except ValueError as e:
                log(me, "caught", repr(e))
            finally:
                log(me, 21)
            log(me, "got", await f4(me + "/22"))
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    async with conds[0]:
        conds[0].notify_all()
        log(me, 23)
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        w24 = [spawn(me + "/w240", f4(me + "/25"))]
        await asyncio.wait(w24, timeout=0.1, return_when=asyncio.FIRST_COMPLETED)
        log(me, "waited", [outcome(t) for t in w24])
        t26 = spawn(me + "/t26", f4(me + "/27"))
        await asyncio.sleep(0.05)
        log(me, 28)
        asyncio.get_running_loop().call_later(0.05, t26.cancel)
        try:
            async with asyncio.TaskGroup() as tg29:
                tg29.create_task(f4(me + "/30"), name=me + "/tg290")
                tg29.create_task(f4(me + "/31"), name=me + "/tg291")
                log(me, "queue", await queues[1].get(), queues[1].qsize())
                g33 = asyncio.gather(asyncio.sleep(0.3, 34), f3(me + "/35"), f4(me + "/36"))
                await asyncio.sleep(0.2)
                log(me, "cancel gather", g33.cancel("g33"), g33.done())
                try:
                    log(me, await g33)
                except asyncio.CancelledError as e:
                    log(me, "gather cancelled", g33.cancelled(), asyncio.current_task().cancelling())
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "left locks[0]", locks[0].locked())
    t37 = spawn(me + "/t37", f4(me + "/38"))
    await asyncio.sleep(0.05)
    log(me, 39)
    log(me, "cancels t37", t37.cancel())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0.3):
            await asyncio.sleep(0.3)
            log(me, 40, var.get())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    raise ValueError(41)
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    async with sems[0]:
        log(me, "holds sems[0]", sems[0].locked())
        for i42 in range(3):
            log(me, "round", i42)
            t43 = spawn(me + "/t43", asyncio.sleep(0, 44))
            t43.add_done_callback(done)
            await asyncio.wait([t43], timeout=0.2); log(me, outcome(t43))
            await asyncio.sleep(0)
            log(me, 45)
        t46 = spawn(me + "/t46", asyncio.sleep(0.2, 47))
        t46.add_done_callback(done)
        await asyncio.sleep(0)
        log(me, 48, var.get())
        log(me, 49, asyncio.current_task().cancelling())
        asyncio.get_running_loop().call_later(0, t46.cancel)
        try:
            log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.05, 50), 0.2))
        except TimeoutError:
            log(me, "timeout")
    log(me, "left sems[0]", sems[0].locked())
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
    (104006, r"""
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
            tg1.create_task(f3(me + "/3"), name=me + "/tg11")
            tg1.create_task(f3(me + "/4"), name=me + "/tg12")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    await asyncio.sleep(0.15)
    log(me, 5, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, 6)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    asyncio.get_running_loop().call_soon(log, me + " called", 7)
    log(me, "gathered", await asyncio.gather(f3(me + "/8"), f3(me + "/9"), f3(me + "/10")))
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    try:
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.1))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
    try:
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.1))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
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
    (104007, r"""
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
    log(me, 1, asyncio.current_task().cancelling())
    log(me, "gathered", await asyncio.gather(f2(me + "/2"), f3(me + "/3"), f3(me + "/4"), return_exceptions=True))
    log(me, "got", await f3(me + "/5"))
    try:
        async with asyncio.timeout(0.1):
            try:
                log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.1))
            except (TimeoutError, asyncio.BrokenBarrierError) as e:
                log(me, "barrier", repr(e), barriers[0].n_waiting)
            log(me, "got", await f2(me + "/6"))
            try:
                w7 = [spawn(me + "/w70", f3(me + "/8")), spawn(me + "/w71", f3(me + "/9")), spawn(me + "/w72", f3(me + "/10"))]
                await asyncio.wait(w7, timeout=0.05, return_when=asyncio.FIRST_COMPLETED)
                log(me, "waited", [outcome(t) for t in w7])
                log(me, "queue", await asyncio.wait_for(queues[1].put(11), 0.3), queues[1].qsize())
            except ValueError as e:
                log(me, "caught", repr(e))
            else:
                log(me, 12, asyncio.current_task().cancelling())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        try:
            async with asyncio.TaskGroup() as tg13:
                tg13.create_task(f3(me + "/14"), name=me + "/tg130")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            try:
                log(me, "in time", await asyncio.wait_for(f3(me + "/15"), 0.25))
            except TimeoutError:
                log(me, "timeout")
            fut16 = asyncio.get_running_loop().create_future()
            fut16.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
            asyncio.get_running_loop().call_later(0.01, fut16.cancel)
            try:
                log(me, "future", await fut16)
            except asyncio.CancelledError as e:
                log(me, "cancelled", e.args, fut16.cancelled(), asyncio.current_task().cancelling())
                pass
            asyncio.get_running_loop().call_later(0.07, log, me + " called", 17)
        log(me, "left sems[1]", sems[1].locked())
    log(me, "left locks[0]", locks[0].locked())
    await asyncio.sleep(0.01)
    log(me, 18, asyncio.current_task().cancelling())
    t19 = spawn(me + "/t19", asyncio.sleep(0.2, 20))
    await asyncio.sleep(0.01)
    log(me, 21, asyncio.current_task().cancelling())
    log(me, "awaited", await t19)
    await asyncio.sleep(0.2)
    log(me, 22, var.get())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    for i23 in range(2):
        log(me, "round", i23)
        log(me, "gathered", await asyncio.gather(asyncio.sleep(0.2, 24), asyncio.sleep(0.15, 25)))
        try:
            log(me, 26)
            log(me, 27, var.get())
        except ValueError as e:
            log(me, "caught", repr(e))
        else:
            log(me, 28, asyncio.current_task().cancelling())
        finally:
            await asyncio.sleep(0.1)
            log(me, 29)
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
    (104008, r"""
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
    log(me, "got", await f1(me + "/1"))
    log(me, "got", await f2(me + "/2"))
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    t3 = spawn(me + "/t3", f2(me + "/4"))
    await asyncio.sleep(0.15)
    log(me, 5, asyncio.current_task().cancelling())
    log(me, 6, var.get())
    pass
    await asyncio.sleep(0.07)
    log(me, 7)
    try:
        log(me, "in time", await asyncio.wait_for(f2(me + "/8"), 0.3))
    except TimeoutError:
        log(me, "timeout")
    try:
        for c10 in asyncio.as_completed([spawn(me + "/c0", f2(me + "/9"))], timeout=0.1):
            try:
                log(me, "completed", await c10)
            except (ValueError, TimeoutError) as e:
                log(me, "completed with", repr(e))
        await asyncio.sleep(0.01)
        log(me, 11)
        try:
            t12 = spawn(me + "/t12", asyncio.sleep(0.1, 13))
            t12.add_done_callback(done)
            log(me, "cancels t12", t12.cancel("t12"), t12.cancelling())
        except ValueError as e:
            log(me, "caught", repr(e))
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            pass
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        await asyncio.wait_for(events[0].wait(), 0.30000000000000004)
        log(me, "event wait", events[0].is_set())
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        log(me, 14, var.get())
    await asyncio.sleep(0)
    log(me, 15, var.get())
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
    (104009, r"""
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
            async with asyncio.timeout(0.2):
                await asyncio.sleep(0.01)
                log(me, 1)
                async with conds[0]:
                    conds[0].notify_all()
                    log(me, 2)
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    t3 = spawn(me + "/t3", f2(me + "/4"))
    await asyncio.sleep(0.01)
    log(me, 5)
    log(me, "cancels t3", t3.cancel())
    t6 = spawn(me + "/t6", f2(me + "/7"))
    await asyncio.sleep(0)
    log(me, 8)
    log(me, "awaited", await t6)
    try:
        async with asyncio.TaskGroup() as tg9:
            tg9.create_task(f2(me + "/10"), name=me + "/tg90")
            fut11 = asyncio.get_running_loop().create_future()
            fut11.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
            asyncio.get_running_loop().call_later(0.01, fut11.cancel, "fut11")
            try:
                log(me, "future", await fut11)
            except asyncio.CancelledError as e:
                log(me, "cancelled", e.args, fut11.cancelled(), asyncio.current_task().cancelling())
                raise
            log(me, "uncancel", asyncio.current_task().uncancel())
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    await asyncio.sleep(0.3)
    log(me, 12)
    async with conds[0]:
        try:
            log(me, "notified", await asyncio.wait_for(conds[0].wait(), 0.4))
        except TimeoutError:
            log(me, "not notified", conds[0].locked())
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
