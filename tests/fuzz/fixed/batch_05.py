"""Random programs, one after the other, each on a loop of its own."""

import asyncio

# What a program leaves behind stays whole, so that it says nothing during the next.
KEPT = []
PROGRAMS = [
    (105000, r"""
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
        log(me, 1)
        try:
            try:
                log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.2))
            except (TimeoutError, asyncio.BrokenBarrierError) as e:
                log(me, "barrier", repr(e), barriers[0].n_waiting)
        except ValueError as e:
            log(me, "caught", repr(e))
    log(me, "left locks[1]", locks[1].locked())
    try:
        log(me, "got", await f1(me + "/2"))
        s3 = spawn(me + "/s3", f1(me + "/4"))
        try:
            log(me, "shielded", await asyncio.wait_for(asyncio.shield(s3), 0.3))
        except TimeoutError:
            log(me, "shield timed out", s3.done())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        log(me, 5, var.get())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    await asyncio.sleep(0.01)
    log(me, 6)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0.3):
            try:
                log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.25))
            except (TimeoutError, asyncio.BrokenBarrierError) as e:
                log(me, "barrier", repr(e), barriers[0].n_waiting)
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
    (105001, r"""
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
    log(me, "queue", await asyncio.wait_for(queues[0].get(), 0.05), queues[0].qsize())
    log(me, "gathered", await asyncio.gather(f1(me + "/2")))
    try:
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            log(me, "queue", queues[1].put_nowait(3) if not queues[1].full() else None, queues[1].qsize())
            async with conds[0]:
                conds[0].notify_all()
                log(me, 4, asyncio.current_task().cancelling())
            await asyncio.sleep(0.1)
            log(me, 5)
        log(me, "left sems[1]", sems[1].locked())
        try:
            log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.1, 6), 0.15))
        except TimeoutError:
            log(me, "timeout")
        try:
            log(me, "in time", await asyncio.wait_for(f1(me + "/7"), 0))
        except TimeoutError:
            log(me, "timeout")
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.15)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    await asyncio.sleep(0.1)
    log(me, 8, asyncio.current_task().cancelling())
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.15, 9), 0.25))
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
        t.cancel()
    log("last", await asyncio.gather(*tasks, return_exceptions=True))
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (105002, r"""
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
        async with asyncio.timeout(0.1):
            log(me, "queue", await asyncio.wait_for(queues[1].get(), 0.15), queues[1].qsize())
            return 2
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    async for x3 in counted(me, 3, 0.15):
        log(me, "item", x3)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg4:
            tg4.create_task(asyncio.sleep(0.01, 5), name=me + "/tg40")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    await asyncio.sleep(0.1)
    log(me, 6)
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    async with conds[0]:
        conds[0].notify_all()
        log(me, 7)
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    log(me, "got", await asyncio.sleep(0.2, 8))
    await asyncio.sleep(0)
    log(me, 9, asyncio.current_task().cancelling())
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
    (105003, r"""
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
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            w1 = [spawn(me + "/w10", f1(me + "/2"))]
            await asyncio.wait(w1, timeout=None, return_when=asyncio.ALL_COMPLETED)
            log(me, "waited", [outcome(t) for t in w1])
            log(me, "got", await f1(me + "/3"))
            log(me, "gathered", await asyncio.gather(f1(me + "/4"), return_exceptions=True))
        log(me, "left sems[1]", sems[1].locked())
        async with locks[1]:
            log(me, "holds locks[1]", locks[1].locked())
            t5 = spawn(me + "/t5", f1(me + "/6"))
            log(me, "awaited", await t5)
            log(me, "cancels", len(tasks) > 0 and tasks[0].cancel())
        log(me, "left locks[1]", locks[1].locked())
        fut7 = asyncio.get_running_loop().create_future()
        fut7.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
        asyncio.get_running_loop().call_later(0.2, settle, fut7, 7)
        try:
            log(me, "future", await fut7)
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, fut7.cancelled(), asyncio.current_task().cancelling())
            raise
    log(me, "left locks[1]", locks[1].locked())
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        async with locks[1]:
            log(me, "holds locks[1]", locks[1].locked())
            log(me, "queue", await asyncio.wait_for(queues[0].put(8), 0.1), queues[0].qsize())
            try:
                log(me, "in time", await asyncio.wait_for(f1(me + "/9"), 0))
            except TimeoutError:
                log(me, "timeout")
            async for x10 in counted(me, 3, 0.3):
                log(me, "item", x10)
                break
        log(me, "left locks[1]", locks[1].locked())
        for c13 in asyncio.as_completed([spawn(me + "/c0", f1(me + "/11")), spawn(me + "/c1", f1(me + "/12"))], timeout=None):
            try:
                log(me, "completed", await c13)
            except (ValueError, TimeoutError) as e:
                log(me, "completed with", repr(e))
    log(me, "left locks[0]", locks[0].locked())
    try:
        log(me, "in time", await asyncio.wait_for(f1(me + "/14"), 0.2))
    except TimeoutError:
        log(me, "timeout")
    t15 = spawn(me + "/t15", asyncio.sleep(0.3, 16))
    t15.add_done_callback(done)
    await asyncio.wait([t15], timeout=0.05); log(me, outcome(t15))
    try:
        try:
            async with asyncio.TaskGroup() as tg17:
                tg17.create_task(f1(me + "/18"), name=me + "/tg170")
                tg17.create_task(f1(me + "/19"), name=me + "/tg171")
                log(me, 20)
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        log(me, 21, asyncio.current_task().cancelling())
    async with conds[0]:
        conds[0].notify()
        log(me, 22)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0, 23), 0.05))
    except TimeoutError:
        log(me, "timeout")
    log(me, "cancels", len(tasks) > 1 and tasks[1].cancel())
    await asyncio.sleep(0)
    log(me, 24, asyncio.current_task().cancelling())
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0.07, 25), asyncio.sleep(0.07, 26), asyncio.sleep(0, 27)))
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
    (105005, r"""
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
    log(me, "uncancel", asyncio.current_task().uncancel())
    log(me, "queue", await queues[0].put(1), queues[0].qsize())
    await asyncio.sleep(0.01)
    log(me, 2, asyncio.current_task().cancelling())
    await asyncio.sleep(0.05)
    log(me, 3)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        log(me, 4)
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        await asyncio.sleep(0.2)
        log(me, 5, asyncio.current_task().cancelling())
    log(me, "left locks[0]", locks[0].locked())
    try:
        log(me, "in time", await asyncio.wait_for(f4(me + "/6"), 0))
    except TimeoutError:
        log(me, "timeout")
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    log(me, "gathered", await asyncio.gather(f4(me + "/7"), f4(me + "/8"), return_exceptions=True))
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    t9 = spawn(me + "/t9", asyncio.sleep(0, 10))
    log(me, "awaited", await t9)
    events[1].set()
    log(me, "event set", events[1].is_set())
    log(me, 11)
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
    (105006, r"""
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
    asyncio.get_running_loop().call_later(0.2, asyncio.current_task().cancel)
    async for x2 in counted(me, 3, 0.01):
        log(me, "item", x2)
    for i3 in range(2):
        log(me, "round", i3)
        log(me, "queue", await queues[0].get(), queues[0].qsize())
        t5 = spawn(me + "/t5", f1(me + "/6"))
        log(me, 7, asyncio.current_task().cancelling())
        await asyncio.sleep(0.15)
        log(me, 8, var.get())
        asyncio.get_running_loop().call_later(0.2, t5.cancel)
    async with sems[0]:
        log(me, "holds sems[0]", sems[0].locked())
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            await asyncio.wait_for(events[0].wait(), 0.25)
            log(me, "event wait", events[0].is_set())
            try:
                log(me, "in time", await asyncio.wait_for(f2(me + "/9"), 0.05))
            except TimeoutError:
                log(me, "timeout")
            s10 = spawn(me + "/s10", f2(me + "/11"))
            try:
                log(me, "shielded", await asyncio.wait_for(asyncio.shield(s10), 0))
            except TimeoutError:
                log(me, "shield timed out", s10.done())
        log(me, "left sems[1]", sems[1].locked())
        events[1].set()
        events[1].clear()
        log(me, "event both", events[1].is_set())
    log(me, "left sems[0]", sems[0].locked())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg12:
            tg12.create_task(f2(me + "/13"), name=me + "/tg120")
            tg12.create_task(f2(me + "/14"), name=me + "/tg121")
            tg12.create_task(f2(me + "/15"), name=me + "/tg122")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    await asyncio.sleep(0.2)
    log(me, 16, var.get())
    try:
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            t17 = spawn(me + "/t17", f2(me + "/18"))
            await asyncio.sleep(0.1)
            log(me, 19)
            await asyncio.wait([t17], timeout=0.2); log(me, outcome(t17))
            g20 = asyncio.gather(f2(me + "/21"), f2(me + "/22"), asyncio.sleep(0, 23), return_exceptions=True)
            await asyncio.sleep(0)
            log(me, "cancel gather", g20.cancel("g20"), g20.done())
            try:
                log(me, await g20)
            except asyncio.CancelledError as e:
                log(me, "gather cancelled", g20.cancelled(), asyncio.current_task().cancelling())
        log(me, "left sems[1]", sems[1].locked())
        await asyncio.sleep(0)
        log(me, 24, asyncio.current_task().cancelling())
        for i25 in range(2):
            log(me, "round", i25)
            var.set(26)
            await asyncio.sleep(0.1)
            log(me, 27, var.get())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        pass
    try:
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.2))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    at28 = asyncio.get_running_loop().time() + 0.25
    for i in range(2):
        asyncio.get_running_loop().call_at(at28, log, me, "at28", i)
    await asyncio.sleep(0)
    log(me, 29)
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.05, 30), 0.15))
    except TimeoutError:
        log(me, "timeout")
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
    (105007, r"""
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
    fut1 = asyncio.get_running_loop().create_future()
    fut1.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
    asyncio.get_running_loop().call_later(0.07, settle, fut1, 1)
    try:
        log(me, "future", await fut1)
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, fut1.cancelled(), asyncio.current_task().cancelling())
        raise
    try:
        async with asyncio.TaskGroup() as tg2:
            tg2.create_task(f1(me + "/3"), name=me + "/tg20")
            tg2.create_task(f1(me + "/4"), name=me + "/tg21")
            tg2.create_task(asyncio.sleep(0.2, 5), name=me + "/tg22")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    t6 = spawn(me + "/t6", asyncio.sleep(0.07, 7))
    log(me, 8, asyncio.current_task().cancelling())
    log(me, 9, var.get())
    await asyncio.wait([t6], timeout=0.05); log(me, outcome(t6))
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.07, 10), 0.15))
    except TimeoutError:
        log(me, "timeout")
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0.2, 11), asyncio.sleep(0, 12), return_exceptions=True))
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
    (105008, r"""
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
    at1 = asyncio.get_running_loop().time() + 0.2
    for i in range(5):
        asyncio.get_running_loop().call_at(at1, log, me, "at1", i)
    try:
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.3))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
    t2 = spawn(me + "/t2", asyncio.sleep(0.07, 3))
    log(me, "cancels t2", t2.cancel("t2"), t2.cancelling())
    await asyncio.sleep(0.2)
    log(me, 4)
    try:
        await asyncio.sleep(0.3)
        log(me, 5, var.get())
        log(me, "queue", queues[0].get_nowait() if queues[0].qsize() else None, queues[0].qsize())
        return 7
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.2)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg8:
            tg8.create_task(f2(me + "/9"), name=me + "/tg80")
            tg8.create_task(f2(me + "/10"), name=me + "/tg81")
            log(me, "got", await asyncio.sleep(0.2, 11))
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    g12 = asyncio.gather(f2(me + "/13"), f2(me + "/14"))
    await asyncio.sleep(0.05)
    log(me, "cancel gather", g12.cancel("g12"), g12.done())
    try:
        log(me, await g12)
    except asyncio.CancelledError as e:
        log(me, "gather cancelled", g12.cancelled(), asyncio.current_task().cancelling())
    log(me, "queue", await asyncio.wait_for(queues[0].get(), 0.3), queues[0].qsize())
    log(me, "got", await f2(me + "/16"))
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0.3):
            at17 = asyncio.get_running_loop().time() + 0.05
            for i in range(5):
                asyncio.get_running_loop().call_at(at17, log, me, "at17", i)
            log(me, 18)
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    try:
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            for c20 in asyncio.as_completed([spawn(me + "/c0", asyncio.sleep(0.3, 19))], timeout=None):
                try:
                    log(me, "completed", await c20)
                except (ValueError, TimeoutError) as e:
                    log(me, "completed with", repr(e))
            g21 = asyncio.gather(asyncio.sleep(0.15, 22), asyncio.sleep(0.2, 23))
            await asyncio.sleep(0.1)
            log(me, "cancel gather", g21.cancel("g21"), g21.done())
            try:
                log(me, await g21)
            except asyncio.CancelledError as e:
                log(me, "gather cancelled", g21.cancelled(), asyncio.current_task().cancelling())
            asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0.07, log, me + " called", 24)
        log(me, "left sems[1]", sems[1].locked())
        await asyncio.sleep(0.3)
        log(me, 25)
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            async with conds[0]:
                conds[0].notify_all()
                log(me, 26, asyncio.current_task().cancelling())
            await asyncio.sleep(0.3)
            log(me, 27)
            log(me, 28, asyncio.current_task().cancelling())
        log(me, "left sems[1]", sems[1].locked())
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 29, asyncio.current_task().cancelling())
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
    (105009, r"""
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
    await asyncio.sleep(0)
    log(me, 1)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0.07, 2), f2(me + "/3"), return_exceptions=True))
    t4 = spawn(me + "/t4", f2(me + "/5"))
    log(me, "awaited", await t4)
    fut6 = asyncio.get_running_loop().create_future()
    fut6.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
    asyncio.get_running_loop().call_later(0.07, fut6.cancel)
    try:
        log(me, "future", await fut6)
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, fut6.cancelled(), asyncio.current_task().cancelling())
        raise
    try:
        for i7 in range(3):
            log(me, "round", i7)
            w8 = [spawn(me + "/w80", f2(me + "/9")), spawn(me + "/w81", f2(me + "/10")), spawn(me + "/w82", asyncio.sleep(0, 11))]
            await asyncio.wait(w8, timeout=None, return_when=asyncio.FIRST_COMPLETED)
            log(me, "waited", [outcome(t) for t in w8])
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        log(me, 12)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0, 13)))
    await asyncio.sleep(0.2)
    log(me, 14)
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
    (105010, r"""
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
        events[1].set()
        log(me, "event set", events[1].is_set())
        try:
            async with asyncio.TaskGroup() as tg1:
                tg1.create_task(asyncio.sleep(0.05, 2), name=me + "/tg10")
                tg1.create_task(f1(me + "/3"), name=me + "/tg11")
                log(me, 4, asyncio.current_task().cancelling())
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        for c8 in asyncio.as_completed([spawn(me + "/c0", f2(me + "/5")), spawn(me + "/c1", f2(me + "/6")), spawn(me + "/c2", f1(me + "/7"))], timeout=0):
            try:
                log(me, "completed", await c8)
            except (ValueError, TimeoutError) as e:
                log(me, "completed with", repr(e))
    log(me, "left sems[1]", sems[1].locked())
    try:
        async with asyncio.TaskGroup() as tg9:
            tg9.create_task(f1(me + "/10"), name=me + "/tg90")
            tg9.create_task(f2(me + "/11"), name=me + "/tg91")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    g12 = asyncio.gather(f1(me + "/13"), f2(me + "/14"), f2(me + "/15"), return_exceptions=True)
    await asyncio.sleep(0.01)
    log(me, "cancel gather", g12.cancel("g12"), g12.done())
    try:
        log(me, await g12)
    except asyncio.CancelledError as e:
        log(me, "gather cancelled", g12.cancelled(), asyncio.current_task().cancelling())
    events[1].set()
    log(me, "event set", events[1].is_set())
    try:
        log(me, "in time", await asyncio.wait_for(f2(me + "/16"), 0.2))
    except TimeoutError:
        log(me, "timeout")
    t17 = spawn(me + "/t17", f2(me + "/18"))
    t17.add_done_callback(done)
    log(me, 19)
    asyncio.get_running_loop().call_later(0.1, t17.cancel)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        asyncio.get_running_loop().call_later(0, log, me + " called", 20).cancel()
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    try:
        async with asyncio.timeout(0.15):
            events[1].clear()
            log(me, "event clear", events[1].is_set())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    var.set(21)
    try:
        async with asyncio.TaskGroup() as tg22:
            tg22.create_task(f2(me + "/23"), name=me + "/tg220")
            tg22.create_task(asyncio.sleep(0.1, 24), name=me + "/tg221")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    log(me, 25, var.get())
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0, 26), asyncio.sleep(0.01, 27)))
    try:
        log(me, "got", await asyncio.sleep(0, 28))
        async with sems[1]:
            log(me, "holds sems[1]", sems[1].locked())
            events[0].set()
            events[0].clear()
            log(me, "event both", events[0].is_set())
            w29 = [spawn(me + "/w290", asyncio.sleep(0, 30))]
            await asyncio.wait(w29, timeout=None, return_when=asyncio.FIRST_COMPLETED)
            log(me, "waited", [outcome(t) for t in w29])
            t31 = spawn(me + "/t31", asyncio.sleep(0.1, 32))
            t31.add_done_callback(done)
            log(me, 33)
            t31.cancel(); log(me, await asyncio.gather(t31, return_exceptions=True))
        log(me, "left sems[1]", sems[1].locked())
        t34 = spawn(me + "/t34", asyncio.sleep(0, 35))
        log(me, "cancels t34", t34.cancel("t34"), t34.cancelling())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.1)
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
