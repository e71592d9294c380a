# virtual: 0.55
import asyncio


async def heartbeat():
    while True:
        print("alive")
        await asyncio.sleep(0.2)


async def main():
    hb = asyncio.create_task(heartbeat())
    try:
        await asyncio.sleep(0.55)
    finally:
        hb.cancel()
        try:
            await hb
        except asyncio.CancelledError:
            print("heartbeat stopped")


asyncio.run(main())
