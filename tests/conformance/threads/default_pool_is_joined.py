# virtual: 0.3
import asyncio
import time


def slow():
    time.sleep(0.3)
    print("thread ends")


async def main():
    asyncio.get_running_loop().run_in_executor(None, slow)
    print("main ends")


asyncio.run(main())
print("after run")
