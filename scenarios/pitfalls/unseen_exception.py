# title: An exception that nobody sees
# concept: a task fails and nobody asks
# chapter: Pitfalls
# order: 9
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   2 tasks
#   prints exactly "main: begin", "main: all is well, I believe"
#   stderr "Task exception was never retrieved"
# note [raise]: The task ends here. The exception stays in it, until somebody asks for it.
# note [nobody]: Main sleeps beside it and never awaits it.
# lesson: The task fails after a second, and main notices nothing: an exception does not come out
#   of a task by itself. It comes out where somebody awaits the task or asks for its result, and
#   main does neither.
#
#   Only when the task is thrown away does Python write "Task exception was never retrieved" on
#   the standard error: late, and in a place where few people look. The program ends as if all
#   were well, with exit code 0.
#
#   Watch: the task's track ends at one second, and main goes on. Try: await the task, or make it
#   in a TaskGroup, which cannot overlook it.

import asyncio


async def work():
    await asyncio.sleep(1)
    raise ValueError("is anybody listening?")  # [raise]


async def main():
    print("main: begin")
    task = asyncio.create_task(work())
    await asyncio.sleep(2)  # [nobody]
    print("main: all is well, I believe")


asyncio.run(main())
