// A type whose name another header uses as well.
#pragma once
struct Twice {
  int harness = 0;
};
