# stderr: not compared
import asyncio
import time


async def slow():
    time.sleep(0.2)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.slow_callback_duration = 0.15
    await asyncio.create_task(slow(), name="slow one")
    print("end")


asyncio.run(main(), debug=True)
