# title: A web framework and a pool of connections
# concept: asynchronous routes
# chapter: I/O and servers
# order: 9
# course: 34
# python: 3.7+
# ends: returns
# claims:
#   takes 3 s
#   5 tasks
#   prints exactly "GET /red: a request", "GET /red: a request", "GET /red: a request",
#     "GET / -> {'message': 'Hello World'}", "GET /red -> {'key1': 1, 'key2': 2}",
#     "GET /red -> {'key1': 1, 'key2': 2}", "GET /red -> {'key1': 1, 'key2': 2}"
# note [route]: Notes down which function answers which path.
# note [plain]: An ordinary function: it answers without waiting.
# note [slow]: Three seconds, and yet no other request has to wait for this one.
# note [acquire]: Takes a connection out of the pool; waits if none is free.
# note [handle]: Every request gets a task of its own.
# lesson: Four requests come in at the same time. The three slow ones take three seconds together,
#   since each has a task of its own; the quick one is answered at once, although it came last.
#
#   App plays the part of a web framework such as FastAPI with its server, and the pool that of a
#   redis server's connections: a queue with two of them in it. At three seconds all three want a
#   connection. Nothing waits between acquire and release, so two would be enough for a thousand.
#
#   Try: an await asyncio.sleep(1) between acquire and release. Who has to wait now?

import asyncio

STORE = {}


class App:
    """Stands in for the framework."""

    def __init__(self):
        self.routes = {}

    def get(self, path):
        def register(function):
            self.routes[path] = function  # [route]
            return function

        return register

    async def handle(self, path):
        answer = self.routes[path]()
        if asyncio.iscoroutine(answer):
            answer = await answer
        print(f"GET {path} -> {answer}")


app = App()


@app.get("/")
def index():
    return {"message": "Hello World"}  # [plain]


@app.get("/red")
async def red():
    print("GET /red: a request")
    await asyncio.sleep(3)  # [slow]
    connection = await pool.get()  # [acquire]
    STORE["car"] = {"key1": 1, "key2": 2}
    result = STORE["car"]
    pool.put_nowait(connection)
    return result


async def serve(requests):
    global pool
    pool = asyncio.Queue()
    for connection in ("connection 1", "connection 2"):
        pool.put_nowait(connection)
    tasks = [asyncio.create_task(app.handle(path)) for path in requests]  # [handle]
    await asyncio.wait(tasks)


if __name__ == "__main__":
    asyncio.run(serve(["/red", "/red", "/red", "/"]))
