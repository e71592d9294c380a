# virtual: 0.1
import asyncio
import os
import signal


async def main():
    try:
        asyncio.get_running_loop().call_later(0.1, os.kill, os.getpid(), signal.SIGINT)
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("main cancelled", asyncio.current_task().cancelling())
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("KeyboardInterrupt outside")
