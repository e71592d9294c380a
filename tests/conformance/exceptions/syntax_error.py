# stderr: not compared
import asyncio

print("never printed")


async def main()
    await asyncio.sleep(1)


asyncio.run(main())
