# title: In 3.8: waiting outside of a coroutine
# concept: asyncio.run of a bare wait
# chapter: Waiting for many
# order: 2
# course: 18
# python: 3.7 to 3.10
# compat: 3.8
# now: wait_outside
# ends: returns
# since 3.11: raises TypeError
# claims:
#   takes 2 s
#   3 tasks
#   prints exactly "1", "1", "2", "2", "done: 2, pending: 0", "results: ['a value', 'a value']"
# note [bare]: No loop runs yet, so no task can be made here: the list holds coroutines.
# note [run]: wait made tasks of the coroutines itself. Since Python 3.11 it raises a TypeError.
# lesson: The list of coroutines is made outside of any coroutine. Tasks it cannot hold there,
#   since create_task wants a running loop; so the coroutines were handed to asyncio.wait as they
#   are, and wait made the tasks.
#
#   Python 3.11 took that away: too many people looked for their coroutines among the done and
#   found tasks there that they had never seen. Scenario wait_outside shows how one writes it now.

import asyncio


async def work():
    print(1)
    await asyncio.sleep(2)
    print(2)
    return "a value"


todo = [work(), work()]  # [bare]
done, pending = asyncio.run(asyncio.wait(todo))  # [run]
print(f"done: {len(done)}, pending: {len(pending)}")
print("results:", [task.result() for task in done])
