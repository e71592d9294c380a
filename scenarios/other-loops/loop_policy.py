# title: Another event loop
# concept: what a policy is
# chapter: Other loops
# order: 1
# course: 29
# python: 3.7 to 3.15
# ends: returns
# claims:
#   takes 1 s
#   3 tasks
#   prints exactly "policy: here is a new loop", "a: begin", "b: begin", "a: end", "b: end"
# note [policy]: Whoever asks for a new loop from here on gets it from our policy.
# note [new]: A library such as uvloop returns a loop of its own here, written for speed.
# note [run]: asyncio.run asks the policy for a loop.
# lesson: Where does asyncio.run get its loop from? From the policy: an object with a method
#   new_event_loop. Libraries with loops of their own, such as uvloop, which is written in C,
#   used to put their policy in this place; our policy only says that it was asked.
#
#   A faster loop changes no order: what is ready first runs first, with any loop. It takes less
#   time between the steps, and nothing off the waiting. One second stays one second.
#
#   Since Python 3.14 policies are on their way out: asyncio.run(main(), loop_factory=...) takes
#   their place (it exists since 3.12). Try it.

import asyncio
import warnings

warnings.simplefilter("ignore", DeprecationWarning)


class Policy(asyncio.DefaultEventLoopPolicy):
    """The policy that is there already, with a word about it."""

    def new_event_loop(self):
        print("policy: here is a new loop")
        return super().new_event_loop()  # [new]


async def work(name):
    print(f"{name}: begin")
    await asyncio.sleep(1)
    print(f"{name}: end")


async def main():
    await asyncio.gather(work("a"), work("b"))


asyncio.set_event_loop_policy(Policy())  # [policy]
asyncio.run(main())  # [run]
