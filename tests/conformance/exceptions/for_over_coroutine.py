import asyncio
async def get_users():
    await asyncio.sleep(0.01)
    return ["ann", "bob"]
async def main():
    for user in get_users():
        print(user)
asyncio.run(main())
