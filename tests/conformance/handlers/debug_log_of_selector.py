import asyncio, logging, sys
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout)
asyncio.run(asyncio.sleep(0))
