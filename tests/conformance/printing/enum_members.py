import enum, types
class E(enum.Enum): A = 1
print(E.__members__)
print(types.MappingProxyType({"a": 1}), str(types.MappingProxyType({})), repr(types.MappingProxyType({"a": 1})))
