import sys
sys.set_coroutine_origin_tracking_depth(2)
async def f(): pass
def make(): return f()
c = make()
print([x[2] for x in c.cr_origin])
del c
