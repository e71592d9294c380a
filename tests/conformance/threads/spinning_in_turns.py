import threading
turn = 0
def w(me):
    global turn
    for i in range(3):
        while turn != me:
            pass
        print(me, i)
        turn = 1 - me
for m in (0, 1):
    threading.Thread(target=w, args=(m,)).start()
