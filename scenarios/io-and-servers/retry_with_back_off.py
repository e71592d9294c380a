# title: Try again, and wait longer each time
# concept: retry with back-off
# chapter: I/O and servers
# order: 19
# python: 3.7+
# ends: returns
# claims:
#   takes 9 s
#   1 task
#   prints exactly "0.5 s: no answer, once more in 1 s", "2.0 s: no answer, once more in 2 s",
#     "4.5 s: no answer, once more in 4 s", "9.0 s: answer: here you are"
# note [fail]: Three times the server does not answer.
# note [delay]: 1, 2, 4 seconds: each time twice as long, so that a server in trouble gets some
#   air.
# note [give-up]: The last failure is not swallowed.
# lesson: A server does not answer. Trying again at once, and again and again, makes its trouble
#   worse; so one waits, and twice as long each time. With four attempts there are waits of one,
#   two and four seconds; an attempt itself takes half a second.
#
#   Real programs add a little chance to each wait, so that a thousand clients do not all come
#   back at the same moment. Watch the timers: one at a time, each longer than the last.
#
#   Try: attempts=3. Where does the exception come out?

import asyncio
import time

failures = 3


async def ask():
    global failures
    await asyncio.sleep(0.5)  # stands in for the network
    if failures:
        failures -= 1
        raise ConnectionError("no answer")  # [fail]
    return "here you are"


async def ask_patiently(attempts=4):
    delay = 1
    for attempt in range(1, attempts + 1):
        try:
            return await ask()
        except ConnectionError as error:
            if attempt == attempts:
                raise  # [give-up]
            say(f"{error}, once more in {delay} s")
            await asyncio.sleep(delay)
            delay *= 2  # [delay]


def say(text):
    print(f"{round((time.monotonic() - begun) * 2) / 2} s: {text}")


async def main():
    say("answer: " + await ask_patiently())


begun = time.monotonic()
asyncio.run(main())
