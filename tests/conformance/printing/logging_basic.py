import asyncio
import logging
import sys

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(taskName)s:%(message)s", stream=sys.stdout)
log = logging.getLogger("app")


async def work(n):
    log.info("work %d", n)
    await asyncio.sleep(0)
    try:
        1 / 0
    except ZeroDivisionError:
        log.error("failed %s", n)


async def main():
    await asyncio.gather(asyncio.create_task(work(1), name="one"), asyncio.create_task(work(2), name="two"))
    log.debug("hidden")
    log.warning("end")


asyncio.run(main())
