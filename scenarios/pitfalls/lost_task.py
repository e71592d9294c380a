# title: A task that nobody holds
# concept: a lost reference, a lost task
# chapter: Pitfalls
# order: 2
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   3 tasks
#   prints exactly "kept: waiting for a stamp", "lost: waiting for a stamp", "kept: sent",
#     "tasks that are still there: 1"
#   stderr "Task was destroyed but it is pending!"
# note [lost]: The task is in nobody's hands. The loop itself holds its tasks only loosely.
# note [stamp]: This task waits for a future that only the task itself knows.
# note [collect]: Python collects what nobody can reach any more. Otherwise it does so whenever
#   it likes.
# lesson: Two tasks wait for a stamp, each in a future of its own. Main keeps one of them in a
#   variable, the other one it just starts. The event loop keeps only weak references to tasks;
#   a task that nobody can reach is garbage, even in the middle of its work.
#
#   So the lost one vanishes when Python collects its garbage: no exception, no result, only a line
#   on the standard error. In real programs that happens sometimes, under load, and not when you
#   look. Keep every task that you make: in a variable, a set, or better in a TaskGroup.
#
#   Try: stamps.append for the second task as well.

import asyncio
import gc

stamps = []


async def send(letter, keep):
    stamp = asyncio.get_running_loop().create_future()
    if keep:
        stamps.append(stamp)
    print(f"{letter}: waiting for a stamp")
    await stamp  # [stamp]
    print(f"{letter}: sent")


async def main():
    kept = asyncio.create_task(send("kept", keep=True))
    asyncio.create_task(send("lost", keep=False))  # [lost]
    await asyncio.sleep(1)
    gc.collect()  # [collect]
    await asyncio.sleep(1)
    for stamp in stamps:
        stamp.set_result("stamp")
    await kept
    print("tasks that are still there:", len(asyncio.all_tasks()))


asyncio.run(main())
