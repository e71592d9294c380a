"""Random programs, one after the other, each on a loop of its own."""

import asyncio

# What a program leaves behind stays whole, so that it says nothing during the next.
KEPT = []
PROGRAMS = [
    (106000, r"""
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
    await asyncio.sleep(0.15)
    log(me, 1)
    log(me, "gathered", await asyncio.gather(f1(me + "/2")))
    log(me, "gathered", await asyncio.gather(f2(me + "/3"), return_exceptions=True))
    await asyncio.sleep(0.1)
    log(me, 4)
    for i5 in range(3):
        log(me, "round", i5)
        try:
            log(me, "got", await f4(me + "/6"))
            log(me, "cancels", len(tasks) > 0 and tasks[0].cancel())
            await asyncio.wait_for(events[1].wait(), 0.35)
            log(me, "event wait", events[1].is_set())
        except ValueError as e:
            log(me, "caught", repr(e))
        finally:
            log(me, 7, var.get())
        try:
            async with asyncio.TaskGroup() as tg8:
                tg8.create_task(f3(me + "/9"), name=me + "/tg80")
                tg8.create_task(f2(me + "/10"), name=me + "/tg81")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        t11 = spawn(me + "/t11", f2(me + "/12"))
        t11.add_done_callback(done)
        log(me, 13)
        log(me, 14, asyncio.current_task().cancelling())
        log(me, "awaited", await t11)
        try:
            for c18 in asyncio.as_completed([spawn(me + "/c0", f1(me + "/15")), spawn(me + "/c1", f3(me + "/16")), spawn(me + "/c2", f1(me + "/17"))], timeout=0.1):
                try:
                    log(me, "completed", await c18)
                except (ValueError, TimeoutError) as e:
                    log(me, "completed with", repr(e))
            t19 = spawn(me + "/t19", f3(me + "/20"))
            t19.add_done_callback(done)
            log(me, 21)
            await asyncio.sleep(0)
            log(me, 22, asyncio.current_task().cancelling())
            log(me, "awaited", await t19)
            fut23 = asyncio.get_running_loop().create_future()
            fut23.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
            asyncio.get_running_loop().call_later(0, fut23.cancel, "fut23")
            try:
                log(me, "future", await fut23)
            except asyncio.CancelledError as e:
                log(me, "cancelled", e.args, fut23.cancelled(), asyncio.current_task().cancelling())
                pass
        except ValueError as e:
            log(me, "caught", repr(e))
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            raise
    log(me, "left locks[0]", locks[0].locked())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    t24 = spawn(me + "/t24", f4(me + "/25"))
    t24.add_done_callback(done)
    log(me, "awaited", await t24)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        for i26 in range(2):
            log(me, "round", i26)
            await asyncio.wait_for(events[1].wait(), 0.2)
            log(me, "event wait", events[1].is_set())
            t27 = spawn(me + "/t27", f4(me + "/28"))
            pass
        try:
            async with asyncio.TaskGroup() as tg29:
                tg29.create_task(f3(me + "/30"), name=me + "/tg290")
                tg29.create_task(f4(me + "/31"), name=me + "/tg291")
                s32 = spawn(me + "/s32", f3(me + "/33"))
                try:
                    log(me, "shielded", await asyncio.wait_for(asyncio.shield(s32), 0))
                except TimeoutError:
                    log(me, "shield timed out", s32.done())
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
        try:
            async with asyncio.TaskGroup() as tg34:
                tg34.create_task(asyncio.sleep(0.05, 35), name=me + "/tg340")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    log(me, "cancels", len(tasks) > 3 and tasks[3].cancel())
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    try:
        log(me, "in time", await asyncio.wait_for(asyncio.sleep(0, 36), 0.3))
    except TimeoutError:
        log(me, "timeout")
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
    (106001, r"""
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
    log(me, 1, var.get())
    try:
        async with asyncio.TaskGroup() as tg2:
            tg2.create_task(f1(me + "/3"), name=me + "/tg20")
            tg2.create_task(asyncio.sleep(0.1, 4), name=me + "/tg21")
            t5 = spawn(me + "/t5", f2(me + "/6"))
            t5.add_done_callback(done)
            asyncio.get_running_loop().call_later(0, t5.cancel)
            try:
                log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.3))
            except (TimeoutError, asyncio.BrokenBarrierError) as e:
                log(me, "barrier", repr(e), barriers[0].n_waiting)
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg7:
            tg7.create_task(f2(me + "/8"), name=me + "/tg70")
            tg7.create_task(f1(me + "/9"), name=me + "/tg71")
            tg7.create_task(f1(me + "/10"), name=me + "/tg72")
            try:
                async with asyncio.TaskGroup() as tg11:
                    tg11.create_task(f2(me + "/12"), name=me + "/tg110")
                    tg11.create_task(f1(me + "/13"), name=me + "/tg111")
                    tg11.create_task(f2(me + "/14"), name=me + "/tg112")
            except* (ValueError, KeyError, TimeoutError) as eg:
                log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg15:
            tg15.create_task(f2(me + "/16"), name=me + "/tg150")
            tg15.create_task(f2(me + "/17"), name=me + "/tg151")
            tg15.create_task(f2(me + "/18"), name=me + "/tg152")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "gathered", await asyncio.gather(f2(me + "/19"), f2(me + "/20"), return_exceptions=True))
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        try:
            async with asyncio.timeout(0.2):
                async for x21 in counted(me, 3, 0):
                    log(me, "item", x21)
                t22 = spawn(me + "/t22", f2(me + "/23"))
                t22.add_done_callback(done)
                log(me, 24)
                await asyncio.sleep(0.2)
                log(me, 25)
                log(me, "cancels t22", t22.cancel("t22"), t22.cancelling())
                log(me, "gathered", await asyncio.gather(f2(me + "/26"), f2(me + "/27"), return_exceptions=True))
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        log(me, "cancels", len(tasks) > 2 and tasks[2].cancel())
    log(me, "left locks[0]", locks[0].locked())
    log(me, "queue", await queues[0].get(), queues[0].qsize())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    for c31 in asyncio.as_completed([spawn(me + "/c0", asyncio.sleep(0.05, 29)), spawn(me + "/c1", asyncio.sleep(0.15, 30))], timeout=0.05):
        try:
            log(me, "completed", await c31)
        except (ValueError, TimeoutError) as e:
            log(me, "completed with", repr(e))
    async with sems[0]:
        log(me, "holds sems[0]", sems[0].locked())
        log(me, "got", await asyncio.sleep(0.15, 32))
        try:
            log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.2, 33), 0.2))
        except TimeoutError:
            log(me, "timeout")
        fut34 = asyncio.get_running_loop().create_future()
        fut34.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
        asyncio.get_running_loop().call_later(0.1, fut34.cancel, "fut34")
        try:
            log(me, "future", await fut34)
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, fut34.cancelled(), asyncio.current_task().cancelling())
            pass
    log(me, "left sems[0]", sems[0].locked())
    log(me, 35, asyncio.current_task().cancelling())
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
    (106002, r"""
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
            try:
                log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.1))
            except (TimeoutError, asyncio.BrokenBarrierError) as e:
                log(me, "barrier", repr(e), barriers[0].n_waiting)
        except ValueError as e:
            log(me, "caught", repr(e))
        else:
            log(me, 1)
        async with locks[1]:
            log(me, "holds locks[1]", locks[1].locked())
            log(me, "gathered", await asyncio.gather(f1(me + "/2"), return_exceptions=True))
        log(me, "left locks[1]", locks[1].locked())
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.15)
    w3 = [spawn(me + "/w30", f2(me + "/4")), spawn(me + "/w31", f2(me + "/5"))]
    await asyncio.wait(w3, timeout=0.1, return_when=asyncio.FIRST_COMPLETED)
    log(me, "waited", [outcome(t) for t in w3])
    events[1].clear()
    log(me, "event clear", events[1].is_set())
    events[0].set()
    log(me, "event set", events[0].is_set())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    asyncio.get_running_loop().call_later(0, asyncio.current_task().cancel)
    async with locks[0]:
        log(me, "holds locks[0]", locks[0].locked())
        await asyncio.sleep(0.15)
        log(me, 7, var.get())
    log(me, "left locks[0]", locks[0].locked())
    try:
        try:
            log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0))
        except (TimeoutError, asyncio.BrokenBarrierError) as e:
            log(me, "barrier", repr(e), barriers[0].n_waiting)
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        await asyncio.sleep(0)
        log(me, 8, var.get())
    w9 = [spawn(me + "/w90", f2(me + "/10"))]
    await asyncio.wait(w9, timeout=0.2, return_when=asyncio.FIRST_COMPLETED)
    log(me, "waited", [outcome(t) for t in w9])
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        try:
            log(me, "queue", await asyncio.wait_for(queues[0].get(), 0.1), queues[0].qsize())
            await asyncio.wait_for(events[1].wait(), 0.30000000000000004)
            log(me, "event wait", events[1].is_set())
        except ValueError as e:
            log(me, "caught", repr(e))
        raise KeyError(12)
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 13, asyncio.current_task().cancelling())
    finally:
        log(me, 14, var.get())
    log(me, "got", await asyncio.sleep(0.1, 15))
    log(me, "uncancel", asyncio.current_task().uncancel())
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
    (106003, r"""
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
    await asyncio.sleep(0.01)
    log(me, 3, var.get())
    await asyncio.sleep(0.15)
    log(me, 4, asyncio.current_task().cancelling())
    asyncio.get_running_loop().call_later(0.2, t1.cancel)
    try:
        async with asyncio.timeout(0.3):
            async with sems[0]:
                log(me, "holds sems[0]", sems[0].locked())
                log(me, "queue", await queues[1].put(5), queues[1].qsize())
            log(me, "left sems[0]", sems[0].locked())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    t6 = spawn(me + "/t6", f2(me + "/7"))
    log(me, "cancels t6", t6.cancel())
    async for x8 in counted(me, 3, 0.2):
        log(me, "item", x8)
        break
    try:
        log(me, "in time", await asyncio.wait_for(f2(me + "/9"), 0.3))
    except TimeoutError:
        log(me, "timeout")
    await asyncio.sleep(0)
    log(me, 10)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    await asyncio.sleep(0)
    log(me, 11, var.get())
    log(me, "cancels", len(tasks) > 3 and tasks[3].cancel())
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
    (106004, r"""
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
    await asyncio.wait_for(events[1].wait(), 0.15000000000000002)
    log(me, "event wait", events[1].is_set())
    log(me, "cancels", len(tasks) > 0 and tasks[0].cancel())
    try:
        log(me, "got", await f2(me + "/1"))
    except ValueError as e:
        log(me, "caught", repr(e))
    for c4 in asyncio.as_completed([spawn(me + "/c0", asyncio.sleep(0.05, 2)), spawn(me + "/c1", asyncio.sleep(0.01, 3))], timeout=0.3):
        try:
            log(me, "completed", await c4)
        except (ValueError, TimeoutError) as e:
            log(me, "completed with", repr(e))
    try:
        t5 = spawn(me + "/t5", f3(me + "/6"))
        t5.add_done_callback(done)
        pass
    except ValueError as e:
        log(me, "caught", repr(e))
    finally:
        log(me, 7, var.get())
    try:
        t8 = spawn(me + "/t8", f2(me + "/9"))
        await asyncio.sleep(0.1)
        log(me, 10, var.get())
        log(me, 11)
        log(me, "awaited", await t8)
    except ValueError as e:
        log(me, "caught", repr(e))
    finally:
        await asyncio.sleep(0.15)
        log(me, 12, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.TaskGroup() as tg13:
            tg13.create_task(asyncio.sleep(0.07, 14), name=me + "/tg130")
            tg13.create_task(f4(me + "/15"), name=me + "/tg131")
            tg13.create_task(asyncio.sleep(0, 16), name=me + "/tg132")
            t17 = spawn(me + "/t17", asyncio.sleep(0.1, 18))
            t17.add_done_callback(done)
            log(me, 19)
            pass
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    try:
        log(me, 20, var.get())
        try:
            log(me, "gathered", await asyncio.gather(f4(me + "/21"), f3(me + "/22"), return_exceptions=True))
        except ValueError as e:
            log(me, "caught", repr(e))
        finally:
            log(me, 23, var.get())
        asyncio.current_task().cancel("self")
    except ValueError as e:
        log(me, "caught", repr(e))
    finally:
        log(me, 24)
    events[0].clear()
    log(me, "event clear", events[0].is_set())
    async with sems[0]:
        log(me, "holds sems[0]", sems[0].locked())
        await asyncio.sleep(0.05)
        log(me, 25, asyncio.current_task().cancelling())
        t26 = spawn(me + "/t26", f3(me + "/27"))
        log(me, 28)
        await asyncio.wait([t26], timeout=0.1); log(me, outcome(t26))
    log(me, "left sems[0]", sems[0].locked())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    t29 = spawn(me + "/t29", f4(me + "/30"))
    log(me, 31)
    log(me, "cancels t29", t29.cancel())
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    async with conds[0]:
        conds[0].notify(2)
        log(me, 32, asyncio.current_task().cancelling())
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
    (106005, r"""
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
    events[1].clear()
    log(me, "event clear", events[1].is_set())
    try:
        async with asyncio.timeout(0):
            async with sems[0]:
                log(me, "holds sems[0]", sems[0].locked())
                await asyncio.sleep(0.07)
                log(me, 1, var.get())
            log(me, "left sems[0]", sems[0].locked())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    events[0].set()
    log(me, "event set", events[0].is_set())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        async with asyncio.timeout(0.3):
            await asyncio.sleep(0)
            log(me, 2, asyncio.current_task().cancelling())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    log(me, "queue", await queues[0].get(), queues[0].qsize())
    try:
        events[0].set()
        log(me, "event set", events[0].is_set())
        log(me, "got", await f4(me + "/4"))
        async with locks[0]:
            log(me, "holds locks[0]", locks[0].locked())
            log(me, "queue", await queues[1].put(5), queues[1].qsize())
        log(me, "left locks[0]", locks[0].locked())
    finally:
        log(me, 6, asyncio.current_task().cancelling())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    for i7 in range(2):
        log(me, "round", i7)
        for i8 in range(3):
            log(me, "round", i8)
            g9 = asyncio.gather(f4(me + "/10"))
            await asyncio.sleep(0)
            log(me, "cancel gather", g9.cancel("g9"), g9.done())
            try:
                log(me, await g9)
            except asyncio.CancelledError as e:
                log(me, "gather cancelled", g9.cancelled(), asyncio.current_task().cancelling())
            try:
                log(me, "in time", await asyncio.wait_for(f4(me + "/11"), 0.05))
            except TimeoutError:
                log(me, "timeout")
    log(me, "gathered", await asyncio.gather(asyncio.sleep(0, 12)))
    try:
        async with asyncio.TaskGroup() as tg13:
            tg13.create_task(f4(me + "/14"), name=me + "/tg130")
            tg13.create_task(f4(me + "/15"), name=me + "/tg131")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.3):
            for c19 in asyncio.as_completed([spawn(me + "/c0", f4(me + "/16")), spawn(me + "/c1", asyncio.sleep(0.05, 17)), spawn(me + "/c2", f4(me + "/18"))], timeout=0.05):
                try:
                    log(me, "completed", await c19)
                except (ValueError, TimeoutError) as e:
                    log(me, "completed with", repr(e))
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    log(me, "ends")
    return "r3"


async def f4(me):
    log(me, "begins")
    await asyncio.sleep(0.2)
    log(me, 20)
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
    (106006, r"""
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
    log(me, 1)
    at2 = asyncio.get_running_loop().time() + 0.05
    for i in range(3):
        asyncio.get_running_loop().call_at(at2, log, me, "at2", i)
    await asyncio.sleep(0.1)
    log(me, 3, var.get())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    t4 = spawn(me + "/t4", asyncio.sleep(0.05, 5))
    log(me, 6, asyncio.current_task().cancelling())
    log(me, 7)
    asyncio.get_running_loop().call_later(0.1, t4.cancel)
    try:
        t8 = spawn(me + "/t8", asyncio.sleep(0, 9))
        log(me, "cancels t8", t8.cancel("t8"), t8.cancelling())
        t10 = spawn(me + "/t10", asyncio.sleep(0.1, 11))
        t10.add_done_callback(done)
        log(me, "cancels t10", t10.cancel())
        try:
            async with conds[0]:
                conds[0].notify_all()
                log(me, 12, asyncio.current_task().cancelling())
            g13 = asyncio.gather(asyncio.sleep(0.05, 14))
            await asyncio.sleep(0.01)
            log(me, "cancel gather", g13.cancel("g13"), g13.done())
            try:
                log(me, await g13)
            except asyncio.CancelledError as e:
                log(me, "gather cancelled", g13.cancelled(), asyncio.current_task().cancelling())
            asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0.05, log, me + " called", 15)
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            raise
        finally:
            log(me, 16, var.get())
    except ValueError as e:
        log(me, "caught", repr(e))
    async with sems[0]:
        log(me, "holds sems[0]", sems[0].locked())
        try:
            async with asyncio.TaskGroup() as tg17:
                tg17.create_task(asyncio.sleep(0.1, 18), name=me + "/tg170")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "left sems[0]", sems[0].locked())
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
    (106007, r"""
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
        g1 = asyncio.gather(f1(me + "/2"), f1(me + "/3"), asyncio.sleep(0.01, 4))
        await asyncio.sleep(0.2)
        log(me, "cancel gather", g1.cancel("g1"), g1.done())
        try:
            log(me, await g1)
        except asyncio.CancelledError as e:
            log(me, "gather cancelled", g1.cancelled(), asyncio.current_task().cancelling())
        await asyncio.sleep(0)
        log(me, 5, asyncio.current_task().cancelling())
        await asyncio.sleep(0.2)
        log(me, 6, var.get())
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        pass
    try:
        log(me, "got", await f1(me + "/7"))
        try:
            await asyncio.sleep(0.07)
            log(me, 8)
            log(me, "queue", await asyncio.wait_for(queues[1].put(9), 0), queues[1].qsize())
        except ValueError as e:
            log(me, "caught", repr(e))
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            pass
        try:
            fut10 = asyncio.get_running_loop().create_future()
            fut10.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
            asyncio.get_running_loop().call_later(0.1, fut10.cancel)
            try:
                log(me, "future", await fut10)
            except asyncio.CancelledError as e:
                log(me, "cancelled", e.args, fut10.cancelled(), asyncio.current_task().cancelling())
                raise
        except ValueError as e:
            log(me, "caught", repr(e))
        else:
            log(me, 11, asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    async with locks[1]:
        log(me, "holds locks[1]", locks[1].locked())
        try:
            log(me, "queue", await queues[0].get(), queues[0].qsize())
            await asyncio.sleep(0.01)
            log(me, 13, var.get())
            log(me, "queue", await queues[0].get(), queues[0].qsize())
        except asyncio.CancelledError as e:
            log(me, "cancelled", e.args, asyncio.current_task().cancelling())
            pass
    log(me, "left locks[1]", locks[1].locked())
    log(me, "gathered", await asyncio.gather(f1(me + "/15")))
    await asyncio.sleep(0.01)
    log(me, 16)
    try:
        try:
            async with asyncio.TaskGroup() as tg17:
                tg17.create_task(f2(me + "/18"), name=me + "/tg170")
                tg17.create_task(asyncio.sleep(0.2, 19), name=me + "/tg171")
        except* (ValueError, KeyError, TimeoutError) as eg:
            log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    except ValueError as e:
        log(me, "caught", repr(e))
    else:
        log(me, 20, var.get())
    finally:
        await asyncio.sleep(0.05)
        log(me, 21, var.get())
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    try:
        var.set(22)
        log(me, 23, var.get())
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    finally:
        await asyncio.sleep(0.3)
        log(me, 24, asyncio.current_task().cancelling())
    fut25 = asyncio.get_running_loop().create_future()
    fut25.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
    asyncio.get_running_loop().call_later(0.3, settle, fut25, 25)
    try:
        log(me, "future", await fut25)
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, fut25.cancelled(), asyncio.current_task().cancelling())
        pass
    try:
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    t26 = spawn(me + "/t26", asyncio.sleep(0.05, 27))
    log(me, 28, asyncio.current_task().cancelling())
    asyncio.get_running_loop().call_later(0.2, t26.cancel)
    try:
        async with asyncio.timeout(0.05):
            g29 = asyncio.gather(asyncio.sleep(0.2, 30), asyncio.sleep(0, 31), asyncio.sleep(0.15, 32))
            await asyncio.sleep(0.07)
            log(me, "cancel gather", g29.cancel("g29"), g29.done())
            try:
                log(me, await g29)
            except asyncio.CancelledError as e:
                log(me, "gather cancelled", g29.cancelled(), asyncio.current_task().cancelling())
            try:
                w33 = [spawn(me + "/w330", asyncio.sleep(0.2, 34)), spawn(me + "/w331", asyncio.sleep(0.07, 35))]
                await asyncio.wait(w33, timeout=None, return_when=asyncio.ALL_COMPLETED)
                log(me, "waited", [outcome(t) for t in w33])
            except ValueError as e:
                log(me, "caught", repr(e))
            else:
                log(me, 36, var.get())
            try:
                async with asyncio.timeout(0):
                    t37 = spawn(me + "/t37", asyncio.sleep(0, 38))
                    log(me, "cancels t37", t37.cancel())
                    log(me, 39, var.get())
            except TimeoutError:
                log(me, "timed out", asyncio.current_task().cancelling())
    except TimeoutError:
        log(me, "timed out", asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg40:
            tg40.create_task(asyncio.sleep(0.2, 41), name=me + "/tg400")
            tg40.create_task(asyncio.sleep(0.1, 42), name=me + "/tg401")
            fut43 = asyncio.get_running_loop().create_future()
            fut43.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
            asyncio.get_running_loop().call_later(0.2, fut43.cancel, "fut43")
            try:
                log(me, "future", await fut43)
            except asyncio.CancelledError as e:
                log(me, "cancelled", e.args, fut43.cancelled(), asyncio.current_task().cancelling())
                pass
            async with locks[1]:
                log(me, "holds locks[1]", locks[1].locked())
                for c46 in asyncio.as_completed([spawn(me + "/c0", asyncio.sleep(0.15, 44)), spawn(me + "/c1", asyncio.sleep(0.1, 45))], timeout=0.05):
                    try:
                        log(me, "completed", await c46)
                    except (ValueError, TimeoutError) as e:
                        log(me, "completed with", repr(e))
                try:
                    log(me, "in time", await asyncio.wait_for(asyncio.sleep(0.07, 47), 0))
                except TimeoutError:
                    log(me, "timeout")
            log(me, "left locks[1]", locks[1].locked())
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
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
    (106008, r"""
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
    log(me, "awaited", await t1)
    try:
        async with asyncio.TaskGroup() as tg4:
            tg4.create_task(f2(me + "/5"), name=me + "/tg40")
            tg4.create_task(f3(me + "/6"), name=me + "/tg41")
            tg4.create_task(f3(me + "/7"), name=me + "/tg42")
            await asyncio.sleep(0)
            log(me, 8, asyncio.current_task().cancelling())
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    log(me, "gathered", await asyncio.gather(f2(me + "/9")))
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    for i10 in range(2):
        log(me, "round", i10)
        await asyncio.sleep(0)
        log(me, 11)
        try:
            log(me, "in time", await asyncio.wait_for(f2(me + "/12"), 0.3))
        except TimeoutError:
            log(me, "timeout")
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    t13 = spawn(me + "/t13", f3(me + "/14"))
    log(me, 15, var.get())
    await asyncio.sleep(0.2)
    log(me, 16)
    pass
    try:
        try:
            log(me, "queue", await asyncio.wait_for(queues[1].get(), 0.15), queues[1].qsize())
            w18 = [spawn(me + "/w180", f3(me + "/19")), spawn(me + "/w181", f3(me + "/20"))]
            await asyncio.wait(w18, timeout=0, return_when=asyncio.ALL_COMPLETED)
            log(me, "waited", [outcome(t) for t in w18])
            w21 = [spawn(me + "/w210", f3(me + "/22"))]
            await asyncio.wait(w21, timeout=0.2, return_when=asyncio.FIRST_COMPLETED)
            log(me, "waited", [outcome(t) for t in w21])
        except ValueError as e:
            log(me, "caught", repr(e))
        else:
            log(me, 23, asyncio.current_task().cancelling())
        at24 = asyncio.get_running_loop().time() + 0.15
        for i in range(2):
            asyncio.get_running_loop().call_at(at24, log, me, "at24", i)
        for i25 in range(2):
            log(me, "round", i25)
            log(me, "gathered", await asyncio.gather(f3(me + "/26"), f3(me + "/27"), f3(me + "/28"), return_exceptions=True))
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        pass
    finally:
        await asyncio.sleep(0)
        log(me, 29)
    t30 = spawn(me + "/t30", asyncio.sleep(0.1, 31))
    log(me, 32, var.get())
    await asyncio.sleep(0.3)
    log(me, 33)
    log(me, "cancels t30", t30.cancel())
    async with sems[1]:
        log(me, "holds sems[1]", sems[1].locked())
        try:
            async with conds[0]:
                conds[0].notify()
                log(me, 34, var.get())
        finally:
            log(me, 35, asyncio.current_task().cancelling())
        for i36 in range(3):
            log(me, "round", i36)
            log(me, 37, var.get())
            async with conds[0]:
                conds[0].notify_all()
                log(me, 38, asyncio.current_task().cancelling())
    log(me, "left sems[1]", sems[1].locked())
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    for c41 in asyncio.as_completed([spawn(me + "/c0", asyncio.sleep(0.05, 39)), spawn(me + "/c1", asyncio.sleep(0.05, 40))], timeout=None):
        try:
            log(me, "completed", await c41)
        except (ValueError, TimeoutError) as e:
            log(me, "completed with", repr(e))
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
    (106009, r"""
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
    g1 = asyncio.gather(f2(me + "/2"), asyncio.sleep(0.01, 3))
    await asyncio.sleep(0.2)
    log(me, "cancel gather", g1.cancel("g1"), g1.done())
    try:
        log(me, await g1)
    except asyncio.CancelledError as e:
        log(me, "gather cancelled", g1.cancelled(), asyncio.current_task().cancelling())
    log(me, "gathered", await asyncio.gather(f2(me + "/4"), f2(me + "/5")))
    log(me, "queue", await asyncio.wait_for(queues[0].get(), 0.15), queues[0].qsize())
    try:
        log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), 0.2))
    except (TimeoutError, asyncio.BrokenBarrierError) as e:
        log(me, "barrier", repr(e), barriers[0].n_waiting)
    try:
        async with asyncio.TaskGroup() as tg7:
            tg7.create_task(f1(me + "/8"), name=me + "/tg70")
            tg7.create_task(f2(me + "/9"), name=me + "/tg71")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        try:
            async with asyncio.timeout(0.25):
                await asyncio.sleep(0.05)
                log(me, 10)
                await asyncio.sleep(0.1)
                log(me, 11)
                fut12 = asyncio.get_running_loop().create_future()
                fut12.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))
                asyncio.get_running_loop().call_later(0.1, settle, fut12, 12)
                try:
                    log(me, "future", await fut12)
                except asyncio.CancelledError as e:
                    log(me, "cancelled", e.args, fut12.cancelled(), asyncio.current_task().cancelling())
                    raise
        except TimeoutError:
            log(me, "timed out", asyncio.current_task().cancelling())
        try:
            await asyncio.sleep(0.1)
            log(me, 13, asyncio.current_task().cancelling())
            await asyncio.sleep(0.2)
            log(me, 14, asyncio.current_task().cancelling())
            w15 = [spawn(me + "/w150", f3(me + "/16")), spawn(me + "/w151", f3(me + "/17"))]
            await asyncio.wait(w15, timeout=None, return_when=asyncio.FIRST_COMPLETED)
            log(me, "waited", [outcome(t) for t in w15])
        except ValueError as e:
            log(me, "caught", repr(e))
    except ValueError as e:
        log(me, "caught", repr(e))
    except asyncio.CancelledError as e:
        log(me, "cancelled", e.args, asyncio.current_task().cancelling())
        raise
    log(me, "ends")
    return "r0"


async def f1(me):
    log(me, "begins")
    log(me, 18)
    try:
        async with asyncio.TaskGroup() as tg19:
            tg19.create_task(f3(me + "/20"), name=me + "/tg190")
            tg19.create_task(f3(me + "/21"), name=me + "/tg191")
    except* (ValueError, KeyError, TimeoutError) as eg:
        log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())
    try:
        log(me, "in time", await asyncio.wait_for(f2(me + "/22"), 0.3))
    except TimeoutError:
        log(me, "timeout")
    log(me, "ends")
    return "r1"


async def f2(me):
    log(me, "begins")
    await asyncio.sleep(0)
    log(me, 23, var.get())
    raise KeyError(24)
    w25 = [spawn(me + "/w250", f3(me + "/26")), spawn(me + "/w251", f3(me + "/27"))]
    await asyncio.wait(w25, timeout=None, return_when=asyncio.ALL_COMPLETED)
    log(me, "waited", [outcome(t) for t in w25])
    t28 = spawn(me + "/t28", f3(me + "/29"))
    log(me, 30)
    log(me, 31, asyncio.current_task().cancelling())
    await asyncio.wait([t28], timeout=0.3); log(me, outcome(t28))
    log(me, "ends")
    return "r2"


async def f3(me):
    log(me, "begins")
    await asyncio.sleep(0.15)
    log(me, 32, var.get())
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
