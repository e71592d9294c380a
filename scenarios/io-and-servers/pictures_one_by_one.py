# title: Three pictures, one after another
# concept: synchronous I/O
# chapter: I/O and servers
# order: 1
# course: 8
# python: 3.6+
# ends: returns
# claims:
#   takes 6 s
#   0 tasks
#   prints "begin: tree.jpg", "saved: tree.jpg at 3 s", "begin: lake.jpg",
#     "saved: lake.jpg at 4 s", "begin: hill.jpg", "saved: hill.jpg at 6 s"
# note [get]: The whole program waits for the answer.
# note [save]: Stands in for writing a file.
# lesson: Three pictures are fetched and saved, one after the other: three, one and two seconds make
#   six. The program does nothing in all that time but wait for the network.
#
#   The network is played by time.sleep and the disk by a dictionary; with the requests library
#   and real files it would look the same. Watch: one track, blocked from beginning to end. The
#   scenario pictures_at_once does better.

import time

LATENCY = {"tree.jpg": 3, "lake.jpg": 1, "hill.jpg": 2}
disk = {}
begun = time.monotonic()


def get(address):
    name = address.rsplit("/")[-1]
    time.sleep(LATENCY[name])  # [get]
    return f"picture of {name}"


def download(address):
    name = address.rsplit("/")[-1]
    print("begin:", name)
    disk[name] = get(address)  # [save]
    print(f"saved: {name} at {round(time.monotonic() - begun)} s")


if __name__ == "__main__":
    for picture in LATENCY:
        download(f"http://pictures.test/{picture}")
