# title: A server with two routes
# concept: server, run_forever
# chapter: I/O and servers
# order: 16
# course: 63
# python: 3.7 to 3.13
# ends: never
# since 3.14: raises RuntimeError
# claims:
#   exit code 4
#   prints "server started", "GET / -> <h1>Index</h1>",
#     "GET /hello/world -> <h1>hello, world!</h1>", "GET / -> <h1>Index</h1>"
# note [accept]: The server waits here for the next request, for the rest of its life.
# note [own-task]: A task for each request: while it waits, the next one can come in. The list
#   keeps it alive: the loop holds a task only loosely.
# note [forever]: Nothing stops this loop but loop.stop() or Ctrl+C.
# lesson: A server is a loop that never ends: wait for a request, give it a task, wait for the next.
#   The loop runs with run_forever and not until something is complete. The program goes on
#   until you stop it, and so it does under python3.
#
#   No real network here: it is played by a queue, into which a browser puts a request every
#   second. With the aiohttp library the two routes would look just the same. Watch the tracks:
#   for each request a short one appears, half a second long.
#
#   Try: let the browser send three requests at once. When do the answers come?

import asyncio


class Request:
    """What a browser asks for, and the future in which the answer will lie."""

    def __init__(self, path, answer):
        self.path, self.answer = path, answer


async def index(request):
    await asyncio.sleep(0.5)
    return "<h1>Index</h1>"


async def hello(request):
    await asyncio.sleep(0.5)
    return "<h1>hello, " + request.path.rsplit("/")[-1] + "!</h1>"


ROUTES = {"/": index, "/hello/world": hello}
responding = []


async def respond(request):
    request.answer.set_result(await ROUTES[request.path](request))


async def server(requests):
    print("server started")
    while True:
        request = await requests.get()  # [accept]
        responding[:] = [task for task in responding if not task.done()]
        responding.append(asyncio.ensure_future(respond(request)))  # [own-task]


async def browser(requests):
    loop = asyncio.get_running_loop()
    while True:
        for path in ROUTES:
            request = Request(path, loop.create_future())
            requests.put_nowait(request)
            print("GET", path, "->", await request.answer)
            await asyncio.sleep(0.5)


async def start():
    requests = asyncio.Queue()
    return [asyncio.ensure_future(server(requests)), asyncio.ensure_future(browser(requests))]


loop = asyncio.get_event_loop()
running = loop.run_until_complete(start())
loop.run_forever()  # [forever]
