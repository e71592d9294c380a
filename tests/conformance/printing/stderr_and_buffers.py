import asyncio
import sys


async def main():
    print("out 1")
    print("err 1", file=sys.stderr)
    sys.stdout.flush()
    sys.stdout.buffer.write(b"bytes \xe2\x82\xac\n")
    sys.stdout.buffer.flush()
    sys.stderr.write("err 2\n")
    print("out 2", flush=True)
    sys.stdout.buffer.write(bytes([255, 254, 10]))


asyncio.run(main())
