# title: Three ways to make a task
# concept: create_task and its older relatives
# chapter: Tasks
# order: 5
# course: 37
# python: 3.7+
# ends: returns
# claims:
#   takes 1 s
#   4 tasks
#   prints "all of one kind: True", "the same task again: True"
#   prints "ensure_future: begin", "loop.create_task: begin", "asyncio.create_task: begin"
# note [ensure]: Makes a task of a coroutine; a task or future is given back as it is.
# note [loop]: The same, said to a certain loop.
# note [create]: The one to use: it takes the loop that is running.
# lesson: asyncio.ensure_future, loop.create_task and asyncio.create_task (since Python 3.7) make
#   the same thing: a task that is on the ready queue. In new programs write the last one.
#
#   ensure_future is meant for the case that you do not know whether you hold a coroutine or a
#   task already: a task comes back as it is.
#
#   Watch the ready queue: three tasks, in the order of the lines. Try: make the task yourself
#   with asyncio.Task(...). It works, and nobody recommends it.

import asyncio


async def work(name):
    print(f"{name}: begin")
    await asyncio.sleep(1)
    return name


async def main():
    loop = asyncio.get_running_loop()
    tasks = [
        asyncio.ensure_future(work("ensure_future")),  # [ensure]
        loop.create_task(work("loop.create_task")),  # [loop]
        asyncio.create_task(work("asyncio.create_task")),  # [create]
    ]
    print("all of one kind:", all(isinstance(task, asyncio.Task) for task in tasks))
    print("the same task again:", asyncio.ensure_future(tasks[0]) is tasks[0])
    for task in tasks:
        print(await task, "is done")


asyncio.run(main())
