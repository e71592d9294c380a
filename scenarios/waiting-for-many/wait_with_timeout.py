# title: Not longer than that
# concept: task names and a timeout of wait
# chapter: Waiting for many
# order: 5
# course: 50
# python: 3.8+
# ends: returns
# claims:
#   takes 2.5 s
#   4 tasks
#   prints "MY_COROUTINE_1: done after 1 s", "MY_COROUTINE_2: done after 2 s",
#     "MY_COROUTINE_3: still pending"
#   prints "MY_COROUTINE_3 is cancelled"
# note [timeout]: A timer of main's own. It is due while the third task still sleeps.
# note [left]: wait cancels nobody: what is pending goes on until somebody stops it.
# note [end]: asyncio.run cancels what is left over before it closes the loop.
# lesson: wait with a timeout of 2.5 seconds: two of the three tasks are done by then and the
#   third is in the other set, pending. No exception is raised, and the pending task goes on.
#
#   Main ends, and asyncio.run cancels whoever is left: the third task gets a CancelledError in
#   its sleep. Watch its track at the end. The names come from create_task(name=).
#
#   Try: asyncio.wait_for(task, 2.5) instead. It does cancel, and raises TimeoutError.

import asyncio


async def work(seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(asyncio.current_task().get_name(), "is cancelled")  # [end]
        raise
    return f"done after {seconds} s"


async def main():
    tasks = [
        asyncio.create_task(work(1), name="MY_COROUTINE_1"),
        asyncio.create_task(work(2), name="MY_COROUTINE_2"),
        asyncio.create_task(work(3), name="MY_COROUTINE_3"),
    ]
    done, pending = await asyncio.wait(tasks, timeout=2.5)  # [timeout]
    for task in tasks:
        state = task.result() if task in done else "still pending"  # [left]
        print(f"{task.get_name()}: {state}")


asyncio.run(main())
