// clang-format off
#include <httplib.h>
