# title: TITLE
# concept: what it shows, in half a line
# chapter: My own
# order: 1
# ends: returns
# claims:
#   takes 2 s
#   3 tasks
#   prints "tea is ready", "toast is ready", "breakfast"
# note [wait]: Both are already under way; the one that takes longer decides when this goes on.
# lesson: Say here what to watch for, and what to try. All lines above may be left out; `loopscope` shows them beside
#   the program.
#
#   Try an `await` in front of `prepare("tea", 1)` instead of create_task: how long does breakfast take then?

import asyncio


async def prepare(what, seconds):
    await asyncio.sleep(seconds)
    print(what, "is ready")


async def main():
    tea = asyncio.create_task(prepare("tea", 1))
    toast = asyncio.create_task(prepare("toast", 2))
    await tea
    await toast  # [wait]
    print("breakfast")


asyncio.run(main())
