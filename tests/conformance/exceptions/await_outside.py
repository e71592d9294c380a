# stderr: not compared
def f():
    await g()


print("never printed")
