print(f"{'naïve':.3}", f"{'naïve':.4}", flush=True)
print(f"{'名前':.1}", flush=True)
