s = "hello world"
print(f"[{s:10.3}] [{s:<10.3}] [{s:>10.3}] [{s:*^10.3}] [{'x':10.3}]")
print("%10.3s|%-10.3s|" % (s, s), "{:8.2}|".format("abc"), format("abcdef", ">8.4s"))
