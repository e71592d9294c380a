# title: Nested awaits
# concept: awaiting a coroutine makes no task
# chapter: Await
# order: 5
# python: 3.7+
# ends: returns
# claims:
#   takes 1 s
#   1 task
#   prints exactly "asking", "answer: 69.8"
# lesson: One coroutine awaits a second, which awaits a third. All three are one task: an
#   await on a coroutine is a call that may be suspended, and no switch to somebody else.
#
#   While the innermost level sleeps, the whole chain is suspended with it. Look at the
#   source: the one task stands in three lines at once, one for each level.

import asyncio


async def read_sensor():
    await asyncio.sleep(1)
    return 21


async def read_in_fahrenheit():
    celsius = await read_sensor()
    return celsius * 9 / 5 + 32


async def main():
    print("asking")
    fahrenheit = await read_in_fahrenheit()
    print("answer:", fahrenheit)


asyncio.run(main())
