print("é1".zfill(5), "éa".count(""), "éA".swapcase(), "ÀÉ".swapcase(), "a\u00a0b".split())
