"""Random programs, one after the other, each on a loop of its own."""

import asyncio

# What a program leaves behind stays whole, so that it says nothing during the next.
KEPT = []
PROGRAMS = [
    (110000, r"""
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
        async with asyncio.timeout(0.15):
            log(me, "cancels", len(tasks) > 2 and tasks[2].cancel())
            try:
                async with asyncio.TaskGroup() as tg1:
                    tg1.create_task(asyncio.sleep(0, 2), name=me + "/tg10")
            except* (ValueError, KeyError, TimeoutError) as eg:
                log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
            try:
                async with asyncio.timeout(0):
                    log(me, 3)
                    log(me, 4)
                    w5 = [spawn(me + "/w50", f3(me + "/6")), spawn(me + "/w51", f3(me + "/7"))]
                    await asyncio.wait(w5, timeout=0.05, return_when=asyncio.FIRST_EXCEPTION)
                    log(me, "waited", [outcome(t) for t in w5])
            except TimeoutError:
                log(me, "timed out", asyncio.current_task().cancelling())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    await asyncio.sleep(0.1)
    log(me, 8, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0.2, 9), return_exceptions=True))
    try:
        async with locks[1]:
            log(me, "holds locks[1]", locks[1].locked())
            s10 = spawn(me + "/s10", f2(me + "/11"))
            try:
                log(me, "shielded", await asyncio.wait_for(asyncio.shield(s10), 0))
            except TimeoutError:
                log(me, "shield timed out", s10.done())
        log(me, "left locks[1]", locks[1].locked())
        try:
            log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.15, 12), 0.1))
        except TimeoutError:
            log(me, "timeout")
    except ValueError as e:
        log(me, "caught", repr(e))
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    t13 = spawn(me + "/t13", f3(me + "/14"))
    t13.add_done_callback(done)
    log(me, "awaited", await t13)
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg15:
            tg15.create_task(asyncio.sleep(0.1, 16), name=me + "/tg150")
            tg15.create_task(asyncio.sleep(0, 17), name=me + "/tg151")
            async with sems[0]:
                log(me, "holds sems[0]", sems[0].locked())
                log(me, "gathered", await asyncio.gather(asyncio.sleep(0.07, 18), asyncio.sleep(0.15, 19)))
                for c22 in asyncio.as_completed([spawn(me + "/c0", asyncio.sleep(0.05, 20)), spawn(me + "/c1", asyncio.sleep(0.1, 21))], timeout=0.05):
                    try:
                        log(me, "completed", await c22)
                    except (ValueError, TimeoutError) as e:
                        log(me, "completed with", repr(e))
                log(me, "got", await asyncio.sleep(0.15, 23))
            log(me, "left sems[0]", sems[0].locked())
            t24 = spawn(me + "/t24", asyncio.sleep(0.2, 25))
            log(me, 26, asyncio.current_task().cancelling())
            await asyncio.sleep(0.15)
            log(me, 27)
            log(me, "awaited", await t24)
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
    (110001, r"""
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
            tg1.create_task(f3(me + "/2"), name=me + "/tg10")
            tg1.create_task(f3(me + "/3"), name=me + "/tg11")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, 4, var.get())
    async with conds[0]:
        conds[0].notify()
        log(me, 5, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0.25):
            await asyncio.sleep(0.07)
            log(me, 6, var.get())
            try:
                log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.3))
            except (TimeoutError, asyncio.BrokenBarrierError) as e:
                log(me, "barrier", repr(e), barriers[0].n_waiting)
            await asyncio.sleep(0.15)
            log(me, 7, var.get())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    try:
        try:
            async with conds[0]:
                try:
                    log(me, "notified", await asyncio.wait_for(conds[0].wait(), 0.25))
                except TimeoutError:
                    log(me, "not notified", conds[0].locked())
        finally:
            log(me, 8, asyncio.current_task().cancelling())
        async with conds[0]:
            conds[0].notify(2)
            log(me, 9)
    except ValueError as e:
        log(me, "caught", repr(e))
    finally:
        log(me, 10)
    w11 = [spawn(me + "/w110", f2(me + "/12"))]
    await asyncio.wait(w11, timeout=0, return_when=asyncio.ALL_COMPLETED)
    log(me, "waited", [outcome(t) for t in w11])
    try:
        await asyncio.sleep(0.01)
        log(me, 13)
        async with sems[0]:
            log(me, "holds sems[0]", sems[0].locked())
            await asyncio.wait_for(events[1].wait(), 0.25)
            log(me, "event wait", events[1].is_set())
            log(me, "queue", await asyncio.wait_for(queues[0].get(), 0), queues[0].qsize())
        log(me, "left sems[0]", sems[0].locked())
        try:
            log(me, "in time", await asyncio.wait_for(f2(me + "/15"), 0.3))
        except TimeoutError:
            log(me, "timeout")
    finally:
        log(me, 16)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    log(me, 17, var.get())
    await asyncio.wait_for(events[1].wait(), 0.30000000000000004)
    log(me, "event wait", events[1].is_set())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    log(me, "got", await asyncio.sleep(0.01, 18))
    log(me, "got", await asyncio.sleep(0, 19))
    t20 = spawn(me + "/t20", asyncio.sleep(0.15, 21))
    await asyncio.sleep(0.1)
    log(me, 22, asyncio.current_task().cancelling())
    log(me, "awaited", await t20)
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
    (110002, r"""
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
    log(me, "got", await f2(me + "/1"))
    log(me, 2)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0.25):
            async with sems[1]:
                log(me, "holds sems[1]", sems[1].locked())
                asyncio.current_task().cancel("self")
            log(me, "left sems[1]", sems[1].locked())
            try:
                async with asyncio.TaskGroup() as tg3:
                    tg3.create_task(f2(me + "/4"), name=me + "/tg30")
            except* (ValueError, KeyError, TimeoutError) as eg:
                log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.01, 5), 0.2))
    except TimeoutError:
        log(me, "timeout")
    log(me, 6, var.get())
    log(me, 7, asyncio.current_task().cancelling())
    async with sems[1]:
        log(me, "holds sems[1]", sems[1].locked())
        try:
            async with asyncio.TaskGroup() as tg8:
                tg8.create_task(asyncio.sleep(0, 9), name=me + "/tg80")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "left sems[1]", sems[1].locked())
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
    (110003, r"""
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
        try:
            async with asyncio.TaskGroup() as tg2:
                tg2.create_task(f2(me + "/3"), name=me + "/tg20")
                tg2.create_task(asyncio.sleep(0.05, 4), name=me + "/tg21")
                tg2.create_task(f2(me + "/5"), name=me + "/tg22")
                log(me, 6, var.get())
                w7 = [spawn(me + "/w70", f1(me + "/8")), spawn(me + "/w71", f1(me + "/9")), spawn(me + "/w72", f1(me + "/10"))]
                await asyncio.wait(w7, timeout=None, return_when=asyncio.ALL_COMPLETED)
                log(me, "waited", [outcome(t) for t in w7])
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        try:
            async with asyncio.timeout(0.25):
                asyncio.current_task().cancel("self")
                for c12 in asyncio.as_completed([spawn(me + "/c0", f2(me + "/11"))], timeout=None):
                    try:
                        log(me, "completed", await c12)
                    except (ValueError, TimeoutError) as e:
                        log(me, "completed with", repr(e))
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        fut13 = asyncio.get_running_loop().create_future()
        fut13.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
        asyncio.get_running_loop().call_later(0.01, fut13.cancel)
        try:
            log(me, "future", await fut13)
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, fut13.cancelled(), asyncio.current_task().cancelling())
            raise
        events[1].set()
        log(me, "event set", events[1].is_set())
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        log(me, 14)
    try:
        async with asyncio.TaskGroup() as tg15:
            tg15.create_task(f1(me + "/16"), name=me + "/tg150")
            tg15.create_task(f2(me + "/17"), name=me + "/tg151")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        log(me, "gathered", await asyncio.gather(f1(me + "/18")))
    except ValueError as e:
        log(me, "caught", repr(e))
    finally:
        log(me, 19, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    for i20 in range(3):
        log(me, "round", i20)
        try:
            log(me, "in time", await asyncio.wait_for(f2(me + "/21"), 0.25))
        except TimeoutError:
            log(me, "timeout")
    log(me, "queue", await queues[1].put(22), queues[1].qsize())
    try:
        async with asyncio.TaskGroup() as tg23:
            tg23.create_task(f2(me + "/24"), name=me + "/tg230")
            w25 = [spawn(me + "/w250", f2(me + "/26")), spawn(me + "/w251", f2(me + "/27")), spawn(me + "/w252", f2(me + "/28"))]
            await asyncio.wait(w25, timeout=0.15, return_when=asyncio.FIRST_COMPLETED)
            log(me, "waited", [outcome(t) for t in w25])
            try:
                log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.25))
            except (TimeoutError, asyncio.BrokenBarrierError) as e:
                log(me, "barrier", repr(e), barriers[0].n_waiting)
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        log(me, "gathered", await asyncio.gather(asyncio.sleep(0, 29), return_exceptions=True))
        try:
            async with asyncio.timeout(0.2):
                try:
                    log(me, "in time", await asyncio.wait_for(f2(me + "/30"), 0.2))
                except TimeoutError:
                    log(me, "timeout")
                try:
                    log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0))
                except (TimeoutError, asyncio.BrokenBarrierError) as e:
                    log(me, "barrier", repr(e), barriers[0].n_waiting)
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        try:
            async with asyncio.TaskGroup() as tg31:
                tg31.create_task(f2(me + "/32"), name=me + "/tg310")
                log(me, "gathered", await asyncio.gather(f2(me + "/33"), f2(me + "/34"), f2(me + "/35"), return_exceptions=True))
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "left locks[0]", locks[0].locked())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    events[0].set()
    log(me, "event set", events[0].is_set())
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
    (110004, r"""
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
    t1 = spawn(me + "/t1", f3(me + "/2"))
    log(me, "awaited", await t1)
    try:
        async with asyncio.TaskGroup() as tg3:
            tg3.create_task(f3(me + "/4"), name=me + "/tg30")
            tg3.create_task(f1(me + "/5"), name=me + "/tg31")
            log(me, "gathered", await asyncio.gather(f2(me + "/6"), f3(me + "/7"), asyncio.sleep(0.05, 8)))
            t9 = spawn(me + "/t9", f1(me + "/10"))
            t9.add_done_callback(done)
            log(me, "cancels t9", t9.cancel("t9"), t9.cancelling())
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    var.set(11)
    await asyncio.sleep(0.01)
    log(me, 12)
    log(me, "queue", await asyncio.wait_for(queues[1].put(13), 0.1), queues[1].qsize())
    try:
        async with asyncio.TaskGroup() as tg14:
            tg14.create_task(f3(me + "/15"), name=me + "/tg140")
            tg14.create_task(f3(me + "/16"), name=me + "/tg141")
            log(me, "gathered", await asyncio.gather(f2(me + "/17")))
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    t18 = spawn(me + "/t18", f3(me + "/19"))
    await asyncio.sleep(0.1)
    log(me, 20, var.get())
    await asyncio.sleep(0.15)
    log(me, 21, var.get())
    log(me, "cancels t18", t18.cancel())
    try:
        for c24 in asyncio.as_completed([spawn(me + "/c0", f2(me + "/22")), spawn(me + "/c1", f3(me + "/23"))], timeout=0.3):
            try:
                log(me, "completed", await c24)
            except (ValueError, TimeoutError) as e:
                log(me, "completed with", repr(e))
        for i25 in range(2):
            log(me, "round", i25)
            t26 = spawn(me + "/t26", f3(me + "/27"))
            t26.cancel(); log(me, await asyncio.gather(t26, return_exceptions=True))
            try:
                log(me, "in time", await asyncio.wait_for(f2(me + "/28"), 0.1))
            except TimeoutError:
                log(me, "timeout")
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0)
    try:
        async with asyncio.timeout(0.3):
            t29 = spawn(me + "/t29", f3(me + "/30"))
            log(me, "awaited", await t29)
            try:
                async with asyncio.timeout(0.3):
                    log(me, "got", await asyncio.sleep(0.3, 31))
                    try:
                        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.1))
                    except (TimeoutError, asyncio.BrokenBarrierError) as e:
                        log(me, "barrier", repr(e), barriers[0].n_waiting)
            except TimeoutError:
                log(me, "timed out", asyncio.current_task().cancelling())
            try:
                log(me, "cancels", len(tasks) > 2 and tasks[2].cancel())
            except ValueError as e:
                log(me, "caught", repr(e))
            finally:
                await asyncio.sleep(0.05)
                log(me, 32)
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    log(me, 33, var.get())
    log(me, "got", await f3(me + "/34"))
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    await asyncio.sleep(0.07)
    log(me, 35, asyncio.current_task().cancelling())
    asyncio.get_running_loop().call_later(0.07, log, me + " called", 36)
    try:
        await asyncio.sleep(0)
        log(me, 37)
        await asyncio.sleep(0.05)
        log(me, 38, asyncio.current_task().cancelling())
        t39 = spawn(me + "/t39", asyncio.sleep(0.1, 40))
        await asyncio.sleep(0.3)
        log(me, 41, asyncio.current_task().cancelling())
        pass
    finally:
        log(me, 42)
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
    (110005, r"""
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
            async with asyncio.TaskGroup() as tg1:
                tg1.create_task(asyncio.sleep(0.1, 2), name=me + "/tg10")
                tg1.create_task(f1(me + "/3"), name=me + "/tg11")
                tg1.create_task(f1(me + "/4"), name=me + "/tg12")
                async for x5 in counted(me, 1, 0.2):
                    log(me, "item", x5)
                    break
                asyncio.get_running_loop().call_later(0.05, log, me + " called", 6)
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        await asyncio.sleep(0.1)
        log(me, 7)
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 8)
    async with sems[1]:
        log(me, "holds sems[1]", sems[1].locked())
        log(me, "got", await f1(me + "/9"))
        try:
            var.set(10)
        finally:
            await asyncio.sleep(0.3)
            log(me, 11, var.get())
    log(me, "left sems[1]", sems[1].locked())
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        t12 = spawn(me + "/t12", f1(me + "/13"))
        await asyncio.sleep(0)
        log(me, 14)
        log(me, 15)
        log(me, "awaited", await t12)
        log(me, "got", await f1(me + "/16"))
    log(me, "left locks[0]", locks[0].locked())
    s17 = spawn(me + "/s17", f1(me + "/18"))
    try:
        log(me, "shielded", await asyncio.wait_for(asyncio.shield(s17), 0.25))
    except TimeoutError:
        log(me, "shield timed out", s17.done())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    async with locks[1]:
        log(me, "holds locks[1]", locks[1].locked())
        await asyncio.sleep(0.01)
        log(me, 19)
    log(me, "left locks[1]", locks[1].locked())
    await asyncio.sleep(0)
    log(me, 20, var.get())
    async for x21 in counted(me, 2, 0.01):
        log(me, "item", x21)
        break
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    w22 = [spawn(me + "/w220", asyncio.sleep(0.01, 23)), spawn(me + "/w221", asyncio.sleep(0, 24)), spawn(me + "/w222", asyncio.sleep(0, 25))]
    await asyncio.wait(w22, timeout=0.05, return_when=asyncio.ALL_COMPLETED)
    log(me, "waited", [outcome(t) for t in w22])
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.1, 26), 0.2))
    except TimeoutError:
        log(me, "timeout")
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.2, 27), 0.3))
    except TimeoutError:
        log(me, "timeout")
    asyncio.get_running_loop().call_soon(log, me + " called", 28)
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
    (110006, r"""
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
        for i1 in range(2):
            log(me, "round", i1)
            await asyncio.sleep(0.1)
            log(me, 2, var.get())
    except ValueError as e:
        log(me, "caught", repr(e))
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        await asyncio.sleep(0.1)
        log(me, 3, var.get())
        log(me, "got", await f3(me + "/4"))
        try:
            log(me, "gathered", await asyncio.gather(f1(me + "/5")))
        except ValueError as e:
            log(me, "caught", repr(e))
        else:
            log(me, 6, var.get())
    log(me, "left locks[0]", locks[0].locked())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    async with locks[1]:
        log(me, "holds locks[1]", locks[1].locked())
        async with conds[0]:
            conds[0].notify_all()
            log(me, 7)
        async for x8 in counted(me, 2, 0.05):
            log(me, "item", x8)
        await asyncio.sleep(0.01)
        log(me, 9)
    log(me, "left locks[1]", locks[1].locked())
    try:
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.1))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
    t10 = spawn(me + "/t10", asyncio.sleep(0.3, 11))
    t10.add_done_callback(done)
    await asyncio.sleep(0.3)
    log(me, 12, var.get())
    log(me, 13)
    pass
    try:
        async with asyncio.TaskGroup() as tg14:
            tg14.create_task(f2(me + "/15"), name=me + "/tg140")
            tg14.create_task(f3(me + "/16"), name=me + "/tg141")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg17:
            tg17.create_task(f3(me + "/18"), name=me + "/tg170")
            async with conds[0]:
                conds[0].notify()
                log(me, 19)
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, 20, asyncio.current_task().cancelling())
    for i21 in range(3):
        log(me, "round", i21)
        t22 = spawn(me + "/t22", f3(me + "/23"))
        t22.add_done_callback(done)
        await asyncio.sleep(0.1)
        log(me, 24)
        log(me, "awaited", await t22)
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    log(me, "got", await asyncio.sleep(0.2, 25))
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
    (110008, r"""
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
        var.set(2)
        g3 = asyncio.gather(f2(me + "/4"), f2(me + "/5"), f2(me + "/6"))
        await asyncio.sleep(0.05)
        log(me, "cancel gather", g3.cancel("g3"), g3.done())
        try:
            log(me, await g3)
        except asyncio.CancelledError as e:
            log(me, "gather cancelled", g3.cancelled(), asyncio.current_task().cancelling())
    try:
        fut7 = asyncio.get_running_loop().create_future()
        fut7.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
        asyncio.get_running_loop().call_later(0.3, fut7.cancel, "fut7")
        try:
            log(me, "future", await fut7)
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, fut7.cancelled(), asyncio.current_task().cancelling())
            pass
        t8 = spawn(me + "/t8", f2(me + "/9"))
        await asyncio.sleep(0.07)
        log(me, 10)
        log(me, 11, var.get())
        log(me, "cancels t8", t8.cancel("t8"), t8.cancelling())
        log(me, "queue", await queues[0].get(), queues[0].qsize())
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 13, asyncio.current_task().cancelling())
    events[0].set()
    log(me, "event set", events[0].is_set())
    try:
        log(me, "got", await asyncio.sleep(0.2, 14))
        for i15 in range(3):
            log(me, "round", i15)
            async for x16 in counted(me, 3, 0.2):
                log(me, "item", x16)
                break
        try:
            async with asyncio.TaskGroup() as tg17:
                tg17.create_task(asyncio.sleep(0.15, 18), name=me + "/tg170")
                tg17.create_task(f1(me + "/19"), name=me + "/tg171")
                tg17.create_task(f2(me + "/20"), name=me + "/tg172")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 21)
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    t22 = spawn(me + "/t22", f2(me + "/23"))
    await asyncio.sleep(0.15)
    log(me, 24)
    log(me, "awaited", await t22)
    w25 = [spawn(me + "/w250", f2(me + "/26")), spawn(me + "/w251", f2(me + "/27"))]
    await asyncio.wait(w25, timeout=None, return_when=asyncio.FIRST_EXCEPTION)
    log(me, "waited", [outcome(t) for t in w25])
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    t28 = spawn(me + "/t28", asyncio.sleep(0.2, 29))
    await asyncio.sleep(0.2)
    log(me, 30)
    log(me, 31, var.get())
    asyncio.get_running_loop().call_later(0.1, t28.cancel)
    log(me, 32, asyncio.current_task().cancelling())
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.07, 33), 0.05))
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
        t.cancel()
    log("last", await asyncio.gather(*tasks, return_exceptions=True))
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
"""),
    (110009, r"""
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
    log(me, "gathered", await asyncio.gather(f1(me + "/1"), f1(me + "/2")))
    try:
        async with asyncio.TaskGroup() as tg3:
            tg3.create_task(f1(me + "/4"), name=me + "/tg30")
            tg3.create_task(f1(me + "/5"), name=me + "/tg31")
            asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0.3, log, me + " called", 6)
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "gathered", await asyncio.gather(f1(me + "/7"), asyncio.sleep(0, 8), f1(me + "/9")))
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    raise ValueError(10)
    t11 = spawn(me + "/t11", asyncio.sleep(0.2, 12))
    await asyncio.sleep(0.05)
    log(me, 13)
    await asyncio.sleep(0.15)
    log(me, 14)
    log(me, "cancels t11", t11.cancel("t11"), t11.cancelling())
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
    (110010, r"""
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
            tg1.create_task(f3(me + "/2"), name=me + "/tg10")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "gathered", await asyncio.gather(f1(me + "/3"), f3(me + "/4")))
    async with conds[0]:
        try:
            log(me, "notified", await asyncio.wait_for(conds[0].wait(), 0.4))
        except TimeoutError:
            log(me, "not notified", conds[0].locked())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        try:
            async with asyncio.TaskGroup() as tg5:
                tg5.create_task(asyncio.sleep(0, 6), name=me + "/tg50")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 7)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        events[1].set()
        log(me, "event set", events[1].is_set())
        events[1].clear()
        log(me, "event clear", events[1].is_set())
        try:
            log(me, "cancels", len(tasks) > 2 and tasks[2].cancel())
            await asyncio.sleep(0)
            log(me, 8)
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            await asyncio.sleep(0.15)
        finally:
            log(me, 9)
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 10)
    t11 = spawn(me + "/t11", f3(me + "/12"))
    t11.add_done_callback(done)
    await asyncio.wait([t11], timeout=0.1); log(me, outcome(t11))
    for i13 in range(3):
        log(me, "round", i13)
        await asyncio.sleep(0.3)
        log(me, 14)
        asyncio.get_running_loop().call_later(0.07, log, me + " called", 15).cancel()
    s16 = spawn(me + "/s16", f3(me + "/17"))
    try:
        log(me, "shielded", await asyncio.wait_for(asyncio.shield(s16), 0.2))
    except TimeoutError:
        log(me, "shield timed out", s16.done())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    await asyncio.sleep(0.1)
    log(me, 18)
    try:
        try:
            async with asyncio.timeout(0.2):
                log(me, "queue", await asyncio.wait_for(queues[1].put(19), 0), queues[1].qsize())
                for c22 in asyncio.as_completed([spawn(me + "/c0", f4(me + "/20")), spawn(me + "/c1", f4(me + "/21"))], timeout=None):
                    try:
                        log(me, "completed", await c22)
                    except (ValueError, TimeoutError) as e:
                        log(me, "completed with", repr(e))
                async with conds[0]:
                    conds[0].notify_all()
                    log(me, 23)
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        async with locks[1]:
            log(me, "holds locks[1]", locks[1].locked())
            await asyncio.sleep(0.2)
            log(me, 24, asyncio.current_task().cancelling())
        log(me, "left locks[1]", locks[1].locked())
        log(me, "got", await f4(me + "/25"))
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.07)
    try:
        try:
            log(me, "queue", await queues[0].put(26), queues[0].qsize())
        except ValueError as e:
            log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        pass
    finally:
        log(me, 27, var.get())
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg28:
            tg28.create_task(asyncio.sleep(0.01, 29), name=me + "/tg280")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
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
