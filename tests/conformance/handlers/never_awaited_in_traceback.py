import asyncio
async def fetch():
    return {"data": 1}
async def main():
    result = fetch()
    print(result["data"])
asyncio.run(main())
