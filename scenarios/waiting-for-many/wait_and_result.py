# title: Wait, then ask each task
# concept: done and pending, task.result()
# chapter: Waiting for many
# order: 7
# course: 40
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   5 tasks
#   prints "result: 1", "result: 2", "result: 3", "result: 4"
#   prints 8 lines
# note [sets]: Two sets of tasks: the results are still in the tasks.
# note [result]: Takes the result out of a task that is done; raises what the task raised.
# lesson: wait gives back tasks, not results: two sets, the done and the pending. The results have
#   to be fetched, with task.result(). And a set has no order: we sort before we print.
#
#   gather gives back the results themselves, in order; wait leaves you more freedom, with
#   timeout and return_when. Compare gather_in_order.
#
#   Try: return_when=asyncio.FIRST_COMPLETED, with sleeps of different lengths.

import asyncio


async def work(number):
    print(f"{number}: about to begin")
    await asyncio.sleep(2)
    return number


async def main():
    tasks = []
    for number in range(1, 5):
        tasks.append(asyncio.create_task(work(number)))
    done, pending = await asyncio.wait(tasks)  # [sets]
    for result in sorted(task.result() for task in done):  # [result]
        print("result:", result)


if __name__ == "__main__":
    asyncio.run(main())
