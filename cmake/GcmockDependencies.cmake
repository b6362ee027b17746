# Everything that is not ours, from Debian's packages. What is missing is named with the package that has it.
# Whoever embeds us with add_subdirectory links our static libraries, and so needs these targets in his own folder.
set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

function(gcmock_need condition package)
  if(NOT ${condition})
    message(FATAL_ERROR "gcmock needs Debian's ${package}: apt-get install ${package} (or run ./dev setup)")
  endif()
endfunction()

find_package(fmt QUIET)
gcmock_need(fmt_FOUND libfmt-dev)
find_package(nlohmann_json QUIET)
gcmock_need(nlohmann_json_FOUND nlohmann-json3-dev)
find_package(OpenSSL QUIET COMPONENTS Crypto SSL)
gcmock_need(OPENSSL_FOUND libssl-dev)
find_package(CLI11 QUIET)
gcmock_need(CLI11_FOUND libcli11-dev)
find_package(GTest QUIET)
gcmock_need(GTest_FOUND "libgtest-dev libgmock-dev")
# Through its .pc file only: the -D flags in it change sizeof(httplib::Request), and the .so was built with them.
pkg_check_modules(cpp-httplib QUIET IMPORTED_TARGET GLOBAL cpp-httplib)
gcmock_need(cpp-httplib_FOUND libcpp-httplib-dev)
if(GCMOCK_TESTS)
  find_package(pugixml QUIET)
  gcmock_need(pugixml_FOUND libpugixml-dev)
endif()
