"""Random small asyncio programs, each from a seed, for a comparison of two event loops.

A program is a text that defines `async def main()`. It prints what happens in it, never what depends on an address, a
set's order (if it can be helped) or the machine, and ends by itself: what would wait for ever is cut off by a timeout.
"""

import random

# Equal lengths and sums that meet are where orders are decided, so few values, most of them related.
DELAYS = [0, 0, 0, 0.1, 0.1, 0.2, 0.2, 0.3, 0.05, 0.15, 0.01, 0.07]
LIMITS = [0.1, 0.2, 0.3, 0.05, 0.15, 0.25, 0]

HEADER = '''\
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
'''

FOOTER = '''
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
    {ending}
    log("end", round(loop.time() - start, 2), [t.done() for t in tasks])
'''

ENDINGS = [
    'for t in tasks:\n        t.cancel()\n    log("last", await asyncio.gather(*tasks, return_exceptions=True))',
    'for t in tasks:\n        if not t.done():\n            t.cancel("over")\n    tasks and await asyncio.wait(tasks, timeout=1)',
    'log("wait", len((await asyncio.wait(tasks, timeout=1))[0]) if tasks else 0)',
    "pass",
]


class Writer:
    """Writes one program: lines of source, with what may still be used at each place."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.serial = 0
        self.functions = self.random.randint(2, 5)

    def put(self, depth, text):
        self.lines.append("    " * depth + text)

    def fresh(self, prefix):
        """A name that nothing else has."""
        self.serial += 1
        return f"{prefix}{self.serial}"

    def delay(self):
        return self.random.choice(DELAYS)

    def limit(self):
        return self.random.choice(LIMITS)

    def pick(self, name, count):
        return f"{name}[{self.random.randrange(count)}]"

    def call(self, level):
        """A coroutine of a function further down, so that nothing recurs; a sleep where there is none."""
        self.serial += 1
        if level + 1 < self.functions and self.random.random() < 0.85:
            callee = self.random.randint(level + 1, self.functions - 1)
            return f'f{callee}(me + "/{self.serial}")'
        return f"asyncio.sleep({self.delay()}, {self.serial})"

    def block(self, level, depth, nesting, most=3):
        for _ in range(self.random.randint(1, most)):
            self.statement(level, depth, nesting)

    def statement(self, level, depth, nesting):
        """One statement; those with a block inside only while there is room."""
        kinds = SIMPLE if nesting >= 2 or self.random.random() < 0.6 else NESTED
        names, weights = zip(*kinds)
        getattr(self, self.random.choices(names, weights)[0])(level, depth, nesting)

    def say(self, level, depth, nesting):
        self.serial += 1
        extra = self.random.choice(["", "", ", var.get()", ", asyncio.current_task().cancelling()"])
        self.put(depth, f"log(me, {self.serial}{extra})")

    def sleep(self, level, depth, nesting):
        self.put(depth, f"await asyncio.sleep({self.delay()})")
        self.say(level, depth, nesting)

    def plain_call(self, level, depth, nesting):
        self.put(depth, f'log(me, "got", await {self.call(level)})')

    def task(self, level, depth, nesting):
        """A task, with or without a callback, and something done to it later."""
        name = self.fresh("t")
        self.put(depth, f'{name} = spawn(me + "/{name}", {self.call(level)})')
        if self.random.random() < 0.3:
            self.put(depth, f"{name}.add_done_callback(done)")
        for _ in range(self.random.randint(0, 2)):
            self.say(level, depth, nesting) if self.random.random() < 0.5 else self.sleep(level, depth, nesting)
        self.put(depth, self.random.choice(TASK_ENDS).format(t=name, d=self.delay(), l=self.limit()))

    def gather(self, level, depth, nesting):
        calls = ", ".join(self.call(level) for _ in range(self.random.randint(1, 3)))
        flag = self.random.choice(["", ", return_exceptions=True"])
        self.put(depth, f'log(me, "gathered", await asyncio.gather({calls}{flag}))')

    def gather_cancelled(self, level, depth, nesting):
        name = self.fresh("g")
        calls = ", ".join(self.call(level) for _ in range(self.random.randint(1, 3)))
        flag = self.random.choice(["", ", return_exceptions=True"])
        self.put(depth, f"{name} = asyncio.gather({calls}{flag})")
        self.put(depth, f"await asyncio.sleep({self.delay()})")
        self.put(depth, f'log(me, "cancel gather", {name}.cancel("{name}"), {name}.done())')
        self.put(depth, "try:")
        self.put(depth + 1, f"log(me, await {name})")
        self.put(depth, "except asyncio.CancelledError as e:")
        self.put(depth + 1, f'log(me, "gather cancelled", {name}.cancelled(), asyncio.current_task().cancelling())')

    def wait_for(self, level, depth, nesting):
        self.put(depth, "try:")
        self.put(depth + 1, f'log(me, "in time", await asyncio.wait_for({self.call(level)}, {self.limit()}))')
        self.put(depth, "except TimeoutError:")
        self.put(depth + 1, 'log(me, "timeout")')

    def wait(self, level, depth, nesting):
        name = self.fresh("w")
        made = [f'spawn(me + "/{name}{i}", {self.call(level)})' for i in range(self.random.randint(1, 3))]
        when = self.random.choice(["ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"])
        limit = self.random.choice([None, self.limit(), self.limit()])
        self.put(depth, f"{name} = [{', '.join(made)}]")
        self.put(depth, f"await asyncio.wait({name}, timeout={limit}, return_when=asyncio.{when})")
        self.put(depth, f'log(me, "waited", [outcome(t) for t in {name}])')

    def as_completed(self, level, depth, nesting):
        calls = ", ".join(f'spawn(me + "/c{i}", {self.call(level)})' for i in range(self.random.randint(1, 3)))
        name = self.fresh("c")
        limit = self.random.choice([None, self.limit()])
        self.put(depth, f"for {name} in asyncio.as_completed([{calls}], timeout={limit}):")
        self.put(depth + 1, "try:")
        self.put(depth + 2, f'log(me, "completed", await {name})')
        self.put(depth + 1, "except (ValueError, TimeoutError) as e:")
        self.put(depth + 2, 'log(me, "completed with", repr(e))')

    def shield(self, level, depth, nesting):
        name = self.fresh("s")
        self.put(depth, f'{name} = spawn(me + "/{name}", {self.call(level)})')
        self.put(depth, "try:")
        self.put(depth + 1, f'log(me, "shielded", await asyncio.wait_for(asyncio.shield({name}), {self.limit()}))')
        self.put(depth, "except TimeoutError:")
        self.put(depth + 1, f'log(me, "shield timed out", {name}.done())')

    def event(self, level, depth, nesting):
        event = self.pick("events", 2)
        action = self.random.choice(["set", "set", "clear", "wait", "both"])
        if action == "wait":
            self.put(depth, f"await asyncio.wait_for({event}.wait(), {self.limit() + 0.1})")
        elif action == "both":
            self.put(depth, f"{event}.set()")
            self.put(depth, f"{event}.clear()")
        else:
            self.put(depth, f"{event}.{action}()")
        self.put(depth, f'log(me, "event {action}", {event}.is_set())')

    def queue(self, level, depth, nesting):
        queue = self.pick("queues", 2)
        self.serial += 1
        action = self.random.choice(
            [
                f"await asyncio.wait_for({queue}.get(), {self.limit()})",
                f"await asyncio.wait_for({queue}.put({self.serial}), {self.limit()})",
                f"await {queue}.get()",
                f"await {queue}.put({self.serial})",
                f"{queue}.get_nowait() if {queue}.qsize() else None",
                f"{queue}.put_nowait({self.serial}) if not {queue}.full() else None",
            ]
        )
        self.put(depth, f'log(me, "queue", {action}, {queue}.qsize())')

    def condition(self, level, depth, nesting):
        action = self.random.choice(["notify()", "notify(2)", "notify_all()", "wait"])
        self.put(depth, "async with conds[0]:")
        if action == "wait":
            self.put(depth + 1, "try:")
            self.put(depth + 2, f'log(me, "notified", await asyncio.wait_for(conds[0].wait(), {self.limit() + 0.1}))')
            self.put(depth + 1, "except TimeoutError:")
            self.put(depth + 2, 'log(me, "not notified", conds[0].locked())')
        else:
            self.put(depth + 1, f"conds[0].{action}")
            self.say(level, depth + 1, nesting)

    def barrier(self, level, depth, nesting):
        self.put(depth, "try:")
        self.put(depth + 1, f'log(me, "barrier", await asyncio.wait_for(barriers[0].wait(), {self.limit()}))')
        self.put(depth, "except (TimeoutError, asyncio.BrokenBarrierError) as e:")
        self.put(depth + 1, 'log(me, "barrier", repr(e), barriers[0].n_waiting)')

    def callback(self, level, depth, nesting):
        self.serial += 1
        what = f'log, me + " called", {self.serial}'
        self.put(
            depth,
            self.random.choice(
                [
                    f"asyncio.get_running_loop().call_soon({what})",
                    f"asyncio.get_running_loop().call_later({self.delay()}, {what})",
                    f"asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + {self.delay()}, {what})",
                    f"asyncio.get_running_loop().call_later({self.delay()}, {what}).cancel()",
                    f"asyncio.get_running_loop().call_later({self.delay()}, asyncio.current_task().cancel)",
                ]
            ),
        )

    def deadlines(self, level, depth, nesting):
        """Several callbacks at the very same time run in the heap's order."""
        name = self.fresh("at")
        self.put(depth, f"{name} = asyncio.get_running_loop().time() + {self.limit()}")
        self.put(depth, f"for i in range({self.random.randint(2, 7)}):")
        self.put(depth + 1, f'asyncio.get_running_loop().call_at({name}, log, me, "{name}", i)')

    def future(self, level, depth, nesting):
        name = self.fresh("fut")
        self.put(depth, f"{name} = asyncio.get_running_loop().create_future()")
        self.put(depth, f"{name}.add_done_callback(lambda f: log(me, 'future done', f.cancelled(), var.get()))")
        how = self.random.choice([f"settle, {name}, {self.serial}", f"{name}.cancel", f'{name}.cancel, "{name}"'])
        self.put(depth, f"asyncio.get_running_loop().call_later({self.delay()}, {how})")
        self.put(depth, "try:")
        self.put(depth + 1, f'log(me, "future", await {name})')
        self.put(depth, "except asyncio.CancelledError as e:")
        self.put(depth + 1, f'log(me, "cancelled", e.args, {name}.cancelled(), asyncio.current_task().cancelling())')
        self.put(depth + 1, self.random.choice(["raise", "pass"]))

    def fail(self, level, depth, nesting):
        self.serial += 1
        self.put(depth, self.random.choice([f"raise ValueError({self.serial})", f"raise KeyError({self.serial})"]))

    def leave(self, level, depth, nesting):
        self.serial += 1
        self.put(depth, f"return {self.serial}")

    def cancel_oneself(self, level, depth, nesting):
        self.put(depth, 'asyncio.current_task().cancel("self")')

    def uncancel(self, level, depth, nesting):
        self.put(depth, 'log(me, "uncancel", asyncio.current_task().uncancel())')

    def cancel_somebody(self, level, depth, nesting):
        index = self.random.randrange(4)
        self.put(depth, f'log(me, "cancels", len(tasks) > {index} and tasks[{index}].cancel())')

    def context(self, level, depth, nesting):
        self.serial += 1
        self.put(depth, f"var.set({self.serial})")

    def generator(self, level, depth, nesting):
        name = self.fresh("x")
        self.put(depth, f'async for {name} in counted(me, {self.random.randint(1, 3)}, {self.delay()}):')
        self.put(depth + 1, f'log(me, "item", {name})')
        if self.random.random() < 0.3:
            self.put(depth + 1, "break")

    def lock(self, level, depth, nesting):
        chosen = self.random.choice(["locks[0]", "locks[1]", "sems[0]", "sems[1]"])
        self.put(depth, f"async with {chosen}:")
        self.put(depth + 1, f'log(me, "holds {chosen}", {chosen}.locked())')
        self.block(level, depth + 1, nesting + 1)
        self.put(depth, f'log(me, "left {chosen}", {chosen}.locked())')

    def timeout(self, level, depth, nesting):
        self.put(depth, "try:")
        self.put(depth + 1, f"async with asyncio.timeout({self.limit()}):")
        self.block(level, depth + 2, nesting + 1)
        self.put(depth, "except TimeoutError:")
        self.put(depth + 1, 'log(me, "timed out", asyncio.current_task().cancelling())')

    def group(self, level, depth, nesting):
        name = self.fresh("tg")
        self.put(depth, "try:")
        self.put(depth + 1, f"async with asyncio.TaskGroup() as {name}:")
        for i in range(self.random.randint(1, 3)):
            self.put(depth + 2, f'{name}.create_task({self.call(level)}, name=me + "/{name}{i}")')
        if self.random.random() < 0.4:
            self.block(level, depth + 2, nesting + 1, 2)
        self.put(depth, "except* (ValueError, KeyError, TimeoutError) as eg:")
        self.put(depth + 1, 'log(me, "group failed", len(eg.exceptions), asyncio.current_task().cancelling())')

    def guard(self, level, depth, nesting):
        """try, with some of except, else and finally."""
        self.put(depth, "try:")
        self.block(level, depth + 1, nesting + 1)
        parts = self.random.choice(["e", "c", "f", "ec", "ef", "cf", "ecf", "el", "elf"])
        if "e" in parts:
            self.put(depth, "except ValueError as e:")
            self.put(depth + 1, 'log(me, "caught", repr(e))')
        if "c" in parts:
            self.put(depth, "except asyncio.CancelledError as e:")
            self.put(depth + 1, 'log(me, "cancelled", e.args, asyncio.current_task().cancelling())')
            self.put(depth + 1, self.random.choice(["raise", "raise", f"await asyncio.sleep({self.delay()})", "pass"]))
        if "l" in parts:
            self.put(depth, "else:")
            self.say(level, depth + 1, nesting)
        if "f" in parts:
            self.put(depth, "finally:")
            self.say(level, depth + 1, nesting) if self.random.random() < 0.6 else self.sleep(level, depth + 1, nesting)

    def loop(self, level, depth, nesting):
        name = self.fresh("i")
        self.put(depth, f"for {name} in range({self.random.randint(2, 3)}):")
        self.put(depth + 1, f'log(me, "round", {name})')
        self.block(level, depth + 1, nesting + 1, 2)

    def function(self, level):
        self.put(0, f"\n\nasync def f{level}(me):")
        self.put(1, f'log(me, "begins")')
        self.block(level, 1, 0, 4 if level else 6)
        self.put(1, f'log(me, "ends")')
        self.put(1, f'return "r{level}"')

    def program(self):
        for level in range(self.functions):
            self.function(level)
        return HEADER + "\n".join(self.lines) + "\n\n" + FOOTER.replace("{ending}", self.random.choice(ENDINGS))


TASK_ENDS = [
    'log(me, "awaited", await {t})',
    'log(me, "awaited", await {t})',
    'log(me, "cancels {t}", {t}.cancel())',
    'log(me, "cancels {t}", {t}.cancel("{t}"), {t}.cancelling())',
    "asyncio.get_running_loop().call_later({d}, {t}.cancel)",
    "{t}.cancel(); log(me, await asyncio.gather({t}, return_exceptions=True))",
    "await asyncio.wait([{t}], timeout={l}); log(me, outcome({t}))",
    "pass",
]

SIMPLE = [
    ("say", 3),
    ("sleep", 6),
    ("plain_call", 3),
    ("task", 6),
    ("gather", 4),
    ("gather_cancelled", 1),
    ("wait_for", 3),
    ("wait", 2),
    ("as_completed", 1),
    ("shield", 1),
    ("event", 3),
    ("queue", 3),
    ("condition", 1.5),
    ("barrier", 1),
    ("callback", 2),
    ("deadlines", 0.7),
    ("future", 1.5),
    ("fail", 0.7),
    ("leave", 0.3),
    ("cancel_oneself", 0.4),
    ("uncancel", 0.2),
    ("cancel_somebody", 0.7),
    ("context", 0.7),
    ("generator", 1),
]

NESTED = [("lock", 3), ("timeout", 2), ("group", 3), ("guard", 4), ("loop", 1)]


def generate(seed):
    """The program of a seed."""
    return Writer(seed).program()


if __name__ == "__main__":
    import sys

    print(generate(int(sys.argv[1])))
