import threading, time
done = False
def setter():
    global done
    time.sleep(0.1)
    done = True
threading.Thread(target=setter).start()
while not done:
    pass
print("ready")
