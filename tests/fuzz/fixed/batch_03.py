"""Random programs, one after the other, each on a loop of its own."""

import asyncio

# What a program leaves behind stays whole, so that it says nothing during the next.
KEPT = []
PROGRAMS = [
    (103000, r"""
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
    asyncio.current_task().cancel("self")
    log(me, "queue", queues[1].get_nowait() if queues[1].qsize() else None, queues[1].qsize())
    await asyncio.sleep(0.07)
    log(me, 2, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, "got", await asyncio.sleep(0.15, 3))
    async with conds[0]:
        conds[0].notify(2)
        log(me, 4)
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
    (103001, r"""
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
            tg1.create_task(asyncio.sleep(0, 3), name=me + "/tg11")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    await asyncio.wait_for(events[1].wait(), 0.2)
    log(me, "event wait", events[1].is_set())
    log(me, "gathered", await asyncio.gather(f1(me + "/4"), f1(me + "/5"), asyncio.sleep(0, 6)))
    await asyncio.sleep(0)
    log(me, 7)
    for c9 in asyncio.as_completed([spawn(me + "/c0", f2(me + "/8"))], timeout=0):
        try:
            log(me, "completed", await c9)
        except (ValueError, TimeoutError) as e:
            log(me, "completed with", repr(e))
    log(me, "queue", await asyncio.wait_for(queues[1].put(10), 0.1), queues[1].qsize())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg11:
            tg11.create_task(f2(me + "/12"), name=me + "/tg110")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        log(me, "cancels", len(tasks) > 0 and tasks[0].cancel())
        try:
            log(me, "in time", await asyncio.wait_for(f2(me + "/13"), 0.1))
        except TimeoutError:
            log(me, "timeout")
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 14, var.get())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    for c18 in asyncio.as_completed([spawn(me + "/c0", asyncio.sleep(0.2, 15)), spawn(me + "/c1", asyncio.sleep(0.2, 16)), spawn(me + "/c2", asyncio.sleep(0.15, 17))], timeout=0.2):
        try:
            log(me, "completed", await c18)
        except (ValueError, TimeoutError) as e:
            log(me, "completed with", repr(e))
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
    (103002, r"""
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
            try:
                async with asyncio.timeout(0.3):
                    log(me, "gathered", await asyncio.gather(f1(me + "/1"), asyncio.sleep(0.07, 2), f2(me + "/3")))
                    events[1].set()
                    log(me, "event set", events[1].is_set())
                    s4 = spawn(me + "/s4", f1(me + "/5"))
                    try:
                        log(me, "shielded", await asyncio.wait_for(asyncio.shield(s4), 0.05))
                    except TimeoutError:
                        log(me, "shield timed out", s4.done())
            except TimeoutError:
                log(me, "timed out", asyncio.current_task().cancelling())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    t6 = spawn(me + "/t6", f1(me + "/7"))
    await asyncio.sleep(0.15)
    log(me, 8, asyncio.current_task().cancelling())
    asyncio.get_running_loop().call_later(0, t6.cancel)
    try:
        try:
            async with asyncio.TaskGroup() as tg9:
                tg9.create_task(f2(me + "/10"), name=me + "/tg90")
                tg9.create_task(f1(me + "/11"), name=me + "/tg91")
                tg9.create_task(f1(me + "/12"), name=me + "/tg92")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        log(me, "got", await f2(me + "/13"))
    except ValueError as e:
        log(me, "caught", repr(e))
    async with conds[0]:
        conds[0].notify()
        log(me, 14)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, "cancels", len(tasks) > 2 and tasks[2].cancel())
    try:
        log(me, "in time", await asyncio.wait_for(f2(me + "/15"), 0.25))
    except TimeoutError:
        log(me, "timeout")
    events[0].set()
    events[0].clear()
    log(me, "event both", events[0].is_set())
    w16 = [spawn(me + "/w160", f2(me + "/17")), spawn(me + "/w161", f2(me + "/18"))]
    await asyncio.wait(w16, timeout=0.05, return_when=asyncio.FIRST_COMPLETED)
    log(me, "waited", [outcome(t) for t in w16])
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0, 19), 0.15))
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
    log("wait", len((await asyncio.wait(tasks, timeout=1))[0]) if tasks else 0)
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (103003, r"""
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
    try:
        async with asyncio.TaskGroup() as tg2:
            tg2.create_task(f3(me + "/3"), name=me + "/tg20")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, 4)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    t5 = spawn(me + "/t5", f2(me + "/6"))
    await asyncio.sleep(0)
    log(me, 7)
    log(me, "cancels t5", t5.cancel())
    log(me, "queue", queues[0].get_nowait() if queues[0].qsize() else None, queues[0].qsize())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    await asyncio.sleep(0.07)
    log(me, 9)
    s10 = spawn(me + "/s10", f3(me + "/11"))
    try:
        log(me, "shielded", await asyncio.wait_for(asyncio.shield(s10), 0.25))
    except TimeoutError:
        log(me, "shield timed out", s10.done())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0.01, 12), asyncio.sleep(0, 13), asyncio.sleep(0.1, 14), return_exceptions=True))
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.2, 15), 0.1))
    except TimeoutError:
        log(me, "timeout")
    try:
        async with asyncio.TaskGroup() as tg16:
            tg16.create_task(asyncio.sleep(0, 17), name=me + "/tg160")
            tg16.create_task(asyncio.sleep(0.15, 18), name=me + "/tg161")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg19:
            tg19.create_task(asyncio.sleep(0.05, 20), name=me + "/tg190")
            tg19.create_task(asyncio.sleep(0.05, 21), name=me + "/tg191")
            tg19.create_task(asyncio.sleep(0, 22), name=me + "/tg192")
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
    pass
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (103004, r"""
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
        log(me, "gathered", await asyncio.gather(asyncio.sleep(0.3, 1), asyncio.sleep(0, 2), f1(me + "/3"), return_exceptions=True))
        events[1].clear()
        log(me, "event clear", events[1].is_set())
    log(me, "left sems[1]", sems[1].locked())
    try:
        async for x4 in counted(me, 1, 0.05):
            log(me, "item", x4)
        log(me, 5, asyncio.current_task().cancelling())
        try:
            log(me, "in time", await asyncio.wait_for(f3(me + "/6"), 0.15))
        except TimeoutError:
            log(me, "timeout")
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        pass
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0.3):
            await asyncio.sleep(0.3)
            log(me, 7)
            t8 = spawn(me + "/t8", f2(me + "/9"))
            t8.add_done_callback(done)
            pass
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, 10)
    log(me, "queue", await asyncio.wait_for(queues[1].get(), 0.25), queues[1].qsize())
    log(me, "gathered", await asyncio.gather(f2(me + "/12"), return_exceptions=True))
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    w13 = [spawn(me + "/w130", f4(me + "/14")), spawn(me + "/w131", f4(me + "/15")), spawn(me + "/w132", f4(me + "/16"))]
    await asyncio.wait(w13, timeout=None, return_when=asyncio.FIRST_EXCEPTION)
    log(me, "waited", [outcome(t) for t in w13])
    log(me, "queue", await asyncio.wait_for(queues[1].put(17), 0.05), queues[1].qsize())
    try:
        s18 = spawn(me + "/s18", f3(me + "/19"))
        try:
            log(me, "shielded", await asyncio.wait_for(asyncio.shield(s18), 0.3))
        except TimeoutError:
            log(me, "shield timed out", s18.done())
        try:
            await asyncio.sleep(0.1)
            log(me, 20)
            log(me, "gathered", await asyncio.gather(f3(me + "/21"), asyncio.sleep(0, 22), f4(me + "/23"), return_exceptions=True))
        except ValueError as e:
            log(me, "caught", repr(e))
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            pass
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        await asyncio.sleep(0.3)
        log(me, 24, var.get())
    await asyncio.sleep(0.01)
    log(me, 25, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    async for x26 in counted(me, 2, 0.3):
        log(me, "item", x26)
    async for x27 in counted(me, 1, 0.3):
        log(me, "item", x27)
        break
    try:
        async with sems[0]:
            log(me, "holds sems[0]", sems[0].locked())
            log(me, "queue", await queues[0].put(28), queues[0].qsize())
            await asyncio.sleep(0.1)
            log(me, 29, var.get())
        log(me, "left sems[0]", sems[0].locked())
        t30 = spawn(me + "/t30", f4(me + "/31"))
        pass
        t32 = spawn(me + "/t32", f4(me + "/33"))
        log(me, 34)
        log(me, "awaited", await t32)
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        pass
    try:
        async with conds[0]:
            conds[0].notify()
            log(me, 35)
        w36 = [spawn(me + "/w360", f4(me + "/37")), spawn(me + "/w361", f4(me + "/38"))]
        await asyncio.wait(w36, timeout=0.1, return_when=asyncio.ALL_COMPLETED)
        log(me, "waited", [outcome(t) for t in w36])
        t39 = spawn(me + "/t39", f4(me + "/40"))
        t39.cancel(); log(me, await asyncio.gather(t39, return_exceptions=True))
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 41)
    finally:
        await asyncio.sleep(0.1)
        log(me, 42)
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    w43 = [spawn(me + "/w430", asyncio.sleep(0.1, 44))]
    await asyncio.wait(w43, timeout=0.05, return_when=asyncio.ALL_COMPLETED)
    log(me, "waited", [outcome(t) for t in w43])
    log(me, 45)
    t46 = spawn(me + "/t46", asyncio.sleep(0.05, 47))
    await asyncio.sleep(0)
    log(me, 48, asyncio.current_task().cancelling())
    log(me, "cancels t46", t46.cancel("t46"), t46.cancelling())
    try:
        log(me, 49)
        log(me, "uncancel", asyncio.current_task().uncancel())
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
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
    (103005, r"""
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
            async with asyncio.timeout(0):
                log(me, 1)
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        try:
            async with asyncio.timeout(0.05):
                await asyncio.sleep(0.01)
                log(me, 2)
                asyncio.get_running_loop().call_later(0, asyncio.current_task().cancel)
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        fut4 = asyncio.get_running_loop().create_future()
        fut4.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
        asyncio.get_running_loop().call_later(0.2, fut4.cancel, "fut4")
        try:
            log(me, "future", await fut4)
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, fut4.cancelled(), asyncio.current_task().cancelling())
            raise
    except ValueError as e:
        log(me, "caught", repr(e))
    log(me, "cancels", len(tasks) > 0 and tasks[0].cancel())
    try:
        try:
            async with asyncio.TaskGroup() as tg5:
                tg5.create_task(f1(me + "/6"), name=me + "/tg50")
                tg5.create_task(f1(me + "/7"), name=me + "/tg51")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    finally:
        log(me, 8, asyncio.current_task().cancelling())
    asyncio.get_running_loop().call_later(0.1, log, me + " called", 9).cancel()
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        return 10
    except ValueError as e:
        log(me, "caught", repr(e))
    async with sems[0]:
        log(me, "holds sems[0]", sems[0].locked())
        w11 = [spawn(me + "/w110", asyncio.sleep(0.2, 12))]
        await asyncio.wait(w11, timeout=None, return_when=asyncio.FIRST_COMPLETED)
        log(me, "waited", [outcome(t) for t in w11])
    log(me, "left sems[0]", sems[0].locked())
    log(me, "got", await asyncio.sleep(0, 13))
    w14 = [spawn(me + "/w140", asyncio.sleep(0.05, 15))]
    await asyncio.wait(w14, timeout=0.15, return_when=asyncio.FIRST_COMPLETED)
    log(me, "waited", [outcome(t) for t in w14])
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
    (103007, r"""
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
    events[1].set()
    log(me, "event set", events[1].is_set())
    log(me, "gathered", await asyncio.gather(f1(me + "/2"), f2(me + "/3"), return_exceptions=True))
    try:
        async with asyncio.TaskGroup() as tg4:
            tg4.create_task(f2(me + "/5"), name=me + "/tg40")
            tg4.create_task(f2(me + "/6"), name=me + "/tg41")
            tg4.create_task(f2(me + "/7"), name=me + "/tg42")
            t8 = spawn(me + "/t8", f2(me + "/9"))
            await asyncio.sleep(0.2)
            log(me, 10)
            log(me, 11)
            log(me, "awaited", await t8)
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        async with locks[0]:
            log(me, "holds locks[0]", locks[0].locked())
            await asyncio.sleep(0.05)
            log(me, 12, var.get())
            async for x13 in counted(me, 3, 0):
                log(me, "item", x13)
            log(me, "got", await f2(me + "/14"))
        log(me, "left locks[0]", locks[0].locked())
        try:
            async with asyncio.timeout(0.1):
                asyncio.current_task().cancel("self")
                raise ValueError(15)
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 16)
    try:
        try:
            log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.1, 17), 0.3))
        except TimeoutError:
            log(me, "timeout")
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.01)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        log(me, "in time", await asyncio.wait_for(f2(me + "/18"), 0.05))
    except TimeoutError:
        log(me, "timeout")
    try:
        async with asyncio.TaskGroup() as tg19:
            tg19.create_task(f2(me + "/20"), name=me + "/tg190")
            log(me, "gathered", await asyncio.gather(f2(me + "/21"), f2(me + "/22"), f2(me + "/23"), return_exceptions=True))
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "queue", await asyncio.wait_for(queues[0].get(), 0.15), queues[0].qsize())
    w25 = [spawn(me + "/w250", asyncio.sleep(0, 26)), spawn(me + "/w251", f2(me + "/27"))]
    await asyncio.wait(w25, timeout=0.3, return_when=asyncio.FIRST_EXCEPTION)
    log(me, "waited", [outcome(t) for t in w25])
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        t28 = spawn(me + "/t28", asyncio.sleep(0, 29))
        t28.add_done_callback(done)
        log(me, 30, asyncio.current_task().cancelling())
        log(me, 31)
        pass
        try:
            raise KeyError(32)
            w33 = [spawn(me + "/w330", asyncio.sleep(0, 34)), spawn(me + "/w331", asyncio.sleep(0, 35))]
            await asyncio.wait(w33, timeout=None, return_when=asyncio.FIRST_COMPLETED)
            log(me, "waited", [outcome(t) for t in w33])
        except ValueError as e:
            log(me, "caught", repr(e))
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            await asyncio.sleep(0.15)
        finally:
            log(me, 36, asyncio.current_task().cancelling())
        t37 = spawn(me + "/t37", asyncio.sleep(0.05, 38))
        t37.add_done_callback(done)
        log(me, 39, var.get())
        log(me, 40)
        log(me, "cancels t37", t37.cancel())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.07)
    finally:
        log(me, 41)
    await asyncio.sleep(0)
    log(me, 42, asyncio.current_task().cancelling())
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
    (103009, r"""
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
    log(me, "got", await f4(me + "/1"))
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        log(me, "in time", await asyncio.wait_for(f2(me + "/2"), 0.3))
    except TimeoutError:
        log(me, "timeout")
    log(me, "got", await f3(me + "/3"))
    log(me, "gathered", await asyncio.gather(f4(me + "/4")))
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0, log, me + " called", 5)
        try:
            log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.1, 6), 0.3))
        except TimeoutError:
            log(me, "timeout")
        try:
            log(me, "in time", await asyncio.wait_for(f3(me + "/7"), 0.2))
        except TimeoutError:
            log(me, "timeout")
    except ValueError as e:
        log(me, "caught", repr(e))
    finally:
        log(me, 8, asyncio.current_task().cancelling())
    try:
        try:
            async with asyncio.TaskGroup() as tg9:
                tg9.create_task(asyncio.sleep(0.1, 10), name=me + "/tg90")
                tg9.create_task(f4(me + "/11"), name=me + "/tg91")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        try:
            log(me, "in time", await asyncio.wait_for(f3(me + "/12"), 0.1))
        except TimeoutError:
            log(me, "timeout")
        return 13
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    try:
        await asyncio.sleep(0.2)
        log(me, 14)
        try:
            s15 = spawn(me + "/s15", f3(me + "/16"))
            try:
                log(me, "shielded", await asyncio.wait_for(asyncio.shield(s15), 0))
            except TimeoutError:
                log(me, "shield timed out", s15.done())
            async with conds[0]:
                try:
                    log(me, "notified", await asyncio.wait_for(conds[0].wait(), 0.2))
                except TimeoutError:
                    log(me, "not notified", conds[0].locked())
        except ValueError as e:
            log(me, "caught", repr(e))
        finally:
            log(me, 17)
        asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0.07, log, me + " called", 18)
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 19, var.get())
    try:
        async with asyncio.TaskGroup() as tg20:
            tg20.create_task(f4(me + "/21"), name=me + "/tg200")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        try:
            var.set(22)
        except ValueError as e:
            log(me, "caught", repr(e))
        else:
            log(me, 23, asyncio.current_task().cancelling())
        finally:
            await asyncio.sleep(0.1)
            log(me, 24)
    log(me, "left locks[0]", locks[0].locked())
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    try:
        try:
            async with asyncio.timeout(0.15):
                log(me, "gathered", await asyncio.gather(asyncio.sleep(0.2, 25), return_exceptions=True))
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        for i26 in range(2):
            log(me, "round", i26)
            t27 = spawn(me + "/t27", asyncio.sleep(0.07, 28))
            asyncio.get_running_loop().call_later(0.01, t27.cancel)
            try:
                log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.3))
            except (TimeoutError, asyncio.BrokenBarrierError) as e:
                log(me, "barrier", repr(e), barriers[0].n_waiting)
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.1)
    log(me, 29)
    events[1].clear()
    log(me, "event clear", events[1].is_set())
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
    (103011, r"""
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
    for i1 in range(2):
        log(me, "round", i1)
        s2 = spawn(me + "/s2", f2(me + "/3"))
        try:
            log(me, "shielded", await asyncio.wait_for(asyncio.shield(s2), 0.3))
        except TimeoutError:
            log(me, "shield timed out", s2.done())
        events[0].clear()
        log(me, "event clear", events[0].is_set())
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        await asyncio.sleep(0)
        log(me, 4, asyncio.current_task().cancelling())
    log(me, "left locks[0]", locks[0].locked())
    for c6 in asyncio.as_completed([spawn(me + "/c0", f1(me + "/5"))], timeout=None):
        try:
            log(me, "completed", await c6)
        except (ValueError, TimeoutError) as e:
            log(me, "completed with", repr(e))
    async with sems[0]:
        log(me, "holds sems[0]", sems[0].locked())
        t7 = spawn(me + "/t7", f2(me + "/8"))
        await asyncio.sleep(0.2)
        log(me, 9, var.get())
        log(me, "cancels t7", t7.cancel("t7"), t7.cancelling())
    log(me, "left sems[0]", sems[0].locked())
    try:
        async with asyncio.TaskGroup() as tg10:
            tg10.create_task(f1(me + "/11"), name=me + "/tg100")
            tg10.create_task(asyncio.sleep(0, 12), name=me + "/tg101")
            tg10.create_task(asyncio.sleep(0, 13), name=me + "/tg102")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        try:
            log(me, "in time", await asyncio.wait_for(f2(me + "/14"), 0.25))
        except TimeoutError:
            log(me, "timeout")
        try:
            await asyncio.sleep(0.1)
            log(me, 15)
        except ValueError as e:
            log(me, "caught", repr(e))
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            raise
        w16 = [spawn(me + "/w160", f2(me + "/17")), spawn(me + "/w161", f2(me + "/18"))]
        await asyncio.wait(w16, timeout=0.15, return_when=asyncio.ALL_COMPLETED)
        log(me, "waited", [outcome(t) for t in w16])
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    await asyncio.sleep(0)
    log(me, 19, asyncio.current_task().cancelling())
    at20 = asyncio.get_running_loop().time() + 0.1
    for i in range(5):
        asyncio.get_running_loop().call_at(at20, log, me, "at20", i)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0.05):
            log(me, "gathered", await asyncio.gather(asyncio.sleep(0, 21), asyncio.sleep(0, 22), asyncio.sleep(0.01, 23), return_exceptions=True))
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
    log("wait", len((await asyncio.wait(tasks, timeout=1))[0]) if tasks else 0)
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (103012, r"""
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
    g1 = asyncio.gather(f2(me + "/2"))
    await asyncio.sleep(0.1)
    log(me, "cancel gather", g1.cancel("g1"), g1.done())
    try:
        log(me, await g1)
    except asyncio.CancelledError as e:
        log(me, "gather cancelled", g1.cancelled(), asyncio.current_task().cancelling())
    try:
        log(me, "in time", await asyncio.wait_for(f1(me + "/3"), 0.2))
    except TimeoutError:
        log(me, "timeout")
    try:
        async with asyncio.TaskGroup() as tg4:
            tg4.create_task(f1(me + "/5"), name=me + "/tg40")
            tg4.create_task(f1(me + "/6"), name=me + "/tg41")
            log(me, "gathered", await asyncio.gather(asyncio.sleep(0, 7), return_exceptions=True))
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with locks[1]:
            log(me, "holds locks[1]", locks[1].locked())
            try:
                log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.1, 8), 0.3))
            except TimeoutError:
                log(me, "timeout")
        log(me, "left locks[1]", locks[1].locked())
        try:
            async with asyncio.timeout(0.1):
                await asyncio.sleep(0.2)
                log(me, 9)
                log(me, 10, var.get())
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    finally:
        log(me, 11)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg12:
            tg12.create_task(f3(me + "/13"), name=me + "/tg120")
            w14 = [spawn(me + "/w140", asyncio.sleep(0, 15)), spawn(me + "/w141", f3(me + "/16")), spawn(me + "/w142", f3(me + "/17"))]
            await asyncio.wait(w14, timeout=None, return_when=asyncio.FIRST_COMPLETED)
            log(me, "waited", [outcome(t) for t in w14])
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    t18 = spawn(me + "/t18", f3(me + "/19"))
    t18.add_done_callback(done)
    log(me, 20, var.get())
    log(me, 21)
    log(me, "cancels t18", t18.cancel())
    try:
        log(me, 22, var.get())
        try:
            async with asyncio.TaskGroup() as tg23:
                tg23.create_task(asyncio.sleep(0.1, 24), name=me + "/tg230")
                tg23.create_task(f3(me + "/25"), name=me + "/tg231")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        try:
            log(me, "got", await f3(me + "/26"))
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            raise
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        pass
    finally:
        log(me, 27)
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    try:
        events[1].set()
        events[1].clear()
        log(me, "event both", events[1].is_set())
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 28, asyncio.current_task().cancelling())
    finally:
        log(me, 29)
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0.05, 30), asyncio.sleep(0.15, 31)))
    async with locks[1]:
        log(me, "holds locks[1]", locks[1].locked())
        log(me, "gathered", await asyncio.gather(asyncio.sleep(0.1, 32), asyncio.sleep(0, 33), asyncio.sleep(0.1, 34)))
        try:
            await asyncio.sleep(0.1)
            log(me, 35, asyncio.current_task().cancelling())
            async for x36 in counted(me, 3, 0.07):
                log(me, "item", x36)
        except ValueError as e:
            log(me, "caught", repr(e))
        finally:
            log(me, 37)
    log(me, "left locks[1]", locks[1].locked())
    try:
        async with asyncio.timeout(0.25):
            try:
                await asyncio.sleep(0.1)
                log(me, 38)
                await asyncio.sleep(0.15)
                log(me, 39)
                await asyncio.sleep(0.3)
                log(me, 40, var.get())
            finally:
                await asyncio.sleep(0)
                log(me, 41)
            try:
                w42 = [spawn(me + "/w420", asyncio.sleep(0, 43)), spawn(me + "/w421", asyncio.sleep(0.3, 44)), spawn(me + "/w422", asyncio.sleep(0.15, 45))]
                await asyncio.wait(w42, timeout=0.1, return_when=asyncio.FIRST_EXCEPTION)
                log(me, "waited", [outcome(t) for t in w42])
                log(me, 46)
            except ValueError as e:
                log(me, "caught", repr(e))
            else:
                log(me, 47)
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
        t.cancel()
    log("last", await asyncio.gather(*tasks, return_exceptions=True))
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
