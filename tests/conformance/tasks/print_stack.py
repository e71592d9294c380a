import asyncio
import io


async def inner():
    raise ValueError("deep")


async def outer():
    await inner()


async def sleeper():
    await asyncio.sleep(5)


async def main():
    t = asyncio.create_task(outer(), name="T")
    s = asyncio.create_task(sleeper(), name="S")
    await asyncio.wait([t])
    for task in (t, s):
        out = io.StringIO()
        task.print_stack(file=out)
        for line in out.getvalue().splitlines():
            if 'File "' in line:
                line = '  File "…"' + line.rpartition('"')[2]
            elif line.startswith(("Traceback", "Stack")):
                line = line.partition("<")[0]
            if "^" not in line:
                print(line)


asyncio.run(main())
