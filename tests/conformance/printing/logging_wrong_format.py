import logging, sys
logging.basicConfig(level="INFO", stream=sys.stdout)
logging.info("wrong %d", "x")
print("still here")
