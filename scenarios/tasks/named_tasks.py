# title: Tasks with names
# concept: wait for a list of tasks
# chapter: Tasks
# order: 4
# course: 17
# python: 3.8+
# ends: returns
# claims:
#   takes 2 s
#   3 tasks
#   prints exactly "main start", "main end", "1", "1", "2", "2",
#     "n1 done: True, result: a value", "n2 done: True, result: a value", "pending: 0"
# note [names]: The name stands at the task's track and in every message about it.
# note [wait]: Gives two sets: what is done, and what is still pending when the timeout comes.
#   Here there is none.
# lesson: With a list of tasks, asyncio.wait waits for all of them and gives back two sets, done
#   and pending. A set has no order, so the program sorts by name before it prints.
#
#   Names cost nothing and help a lot: look at the tracks. Without them the tasks would be called
#   Task-2 and Task-3.
#
#   Try: timeout=1. Which of the two sets are the tasks in then? And what becomes of them?

import asyncio


async def work():
    print(1)
    await asyncio.sleep(2)
    print(2)
    return "a value"


async def main():
    print("main start")
    tasks = [
        asyncio.create_task(work(), name="n1"),  # [names]
        asyncio.create_task(work(), name="n2"),
    ]
    print("main end")
    done, pending = await asyncio.wait(tasks, timeout=None)  # [wait]
    for task in sorted(done, key=lambda task: task.get_name()):
        print(f"{task.get_name()} done: {task.done()}, result: {task.result()}")
    print("pending:", len(pending))


asyncio.run(main())
