import asyncio, signal
async def main():
    try:
        asyncio.get_running_loop().add_signal_handler(signal.SIGKILL, print)
    except Exception as e:
        print(type(e).__name__, e)
asyncio.run(main())
