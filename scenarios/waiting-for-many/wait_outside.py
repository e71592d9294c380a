# title: From a list of coroutines to tasks
# concept: tasks are made inside of the loop
# chapter: Waiting for many
# order: 3
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   3 tasks
#   prints exactly "1", "1", "2", "2", "done: 2, pending: 0", "results: ['a value', 'a value']"
# note [bare]: Only coroutines. There is no loop yet that could run them.
# note [tasks]: Here a loop runs, and tasks can be made.
# lesson: The list of coroutines stands outside, where no loop runs and create_task would raise a
#   RuntimeError. So main makes the tasks, inside of the loop, and hands those to asyncio.wait.
#
#   Until Python 3.10 one could hand the coroutines to wait as they are; the scenario
#   wait_outside_in_3_8 shows it. Watch the ready queue: main puts both tasks on it and only
#   then waits.
#
#   Try: call asyncio.create_task in the line marked [bare], and read the error.

import asyncio


async def work():
    print(1)
    await asyncio.sleep(2)
    print(2)
    return "a value"


async def main(coroutines):
    tasks = [asyncio.create_task(coroutine) for coroutine in coroutines]  # [tasks]
    return await asyncio.wait(tasks)


todo = [work(), work()]  # [bare]
done, pending = asyncio.run(main(todo))
print(f"done: {len(done)}, pending: {len(pending)}")
print("results:", [task.result() for task in done])
