// A type whose name another header uses as well.
#pragma once
struct Twice;
struct Twice {
  long mock = 0;
};
