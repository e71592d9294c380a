from typing import Optional, Union
print(Optional[int], Union[int, str], Optional["X"], type(Union[int, str]).__name__)
