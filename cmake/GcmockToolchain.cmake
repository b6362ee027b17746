# Compiler, linker and cache settings that every target shares.
find_program(GCMOCK_CCACHE ccache)
if(GCMOCK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1
      "CCACHE_SLOPPINESS=pch_defines,time_macros" "${GCMOCK_CCACHE}")
endif()
find_program(GCMOCK_MOLD mold)
if(GCMOCK_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wswitch-enum -Wimplicit-fallthrough
                    -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  add_compile_options(-Wno-restrict)  # false alarms on std::string's operator+ when optimising (GCC bug 105329)
  # The like on inlined containers at -O3 only: in the other builds these warnings stay.
  add_compile_options($<$<CONFIG:Release>:-Wno-free-nonheap-object> $<$<CONFIG:Release>:-Wno-maybe-uninitialized>)
endif()
if(GCMOCK_SANITIZE)
  add_compile_options(-fsanitize=${GCMOCK_SANITIZE} -fno-sanitize-recover=all
                      -Wno-maybe-uninitialized -Wno-tsan)  # false alarms of GCC 12 under instrumentation
  add_link_options(-fsanitize=${GCMOCK_SANITIZE})
endif()
