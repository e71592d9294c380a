import asyncio
def cb(*a): pass
async def main():
    h = asyncio.get_running_loop().call_soon(cb, 3, "x")
    print(repr(h).split(" at ")[0])
    try:
        asyncio.get_running_loop().call_later(1, main)
    except TypeError as e:
        print(e)
asyncio.run(main(), debug=True)
