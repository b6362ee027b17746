# A layer: a folder, a static library of its *.cc files, a test program of its *_test.cc files, and one of its
# *_load_test.cc files, whose tests take the time: each runs while no other does.
# gcmock_layer(NAME name DEPENDS layers... LIBRARIES private third parties...)
include(GoogleTest)

function(gcmock_layer name)
  cmake_parse_arguments(arg "" "" "DEPENDS;LIBRARIES;TEST_LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cc")
  file(GLOB tests CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*_test.cc")
  list(REMOVE_ITEM sources "" ${tests})
  set(load_tests ${tests})
  list(FILTER load_tests INCLUDE REGEX "_load_test\\.cc$")
  list(FILTER tests EXCLUDE REGEX "_load_test\\.cc$")
  list(TRANSFORM arg_DEPENDS PREPEND gcmock_)

  if(sources)
    add_library(gcmock_${name} STATIC ${sources})
    target_include_directories(gcmock_${name} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}/../include")
    target_link_libraries(gcmock_${name} PUBLIC ${arg_DEPENDS} PRIVATE ${arg_LIBRARIES})
  else()
    add_library(gcmock_${name} INTERFACE)
    target_include_directories(gcmock_${name} INTERFACE "${CMAKE_CURRENT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}/../include")
    target_link_libraries(gcmock_${name} INTERFACE ${arg_DEPENDS})
  endif()

  if(GCMOCK_TESTS AND tests)
    gcmock_test(${name}_test SOURCES ${tests} LIBRARIES gcmock_${name} ${arg_LIBRARIES} ${arg_TEST_LIBRARIES})
  endif()
  if(GCMOCK_TESTS AND load_tests)
    gcmock_test(${name}_load_test SOURCES ${load_tests} LIBRARIES gcmock_${name} ${arg_LIBRARIES} ${arg_TEST_LIBRARIES}
                PROPERTIES RUN_SERIAL TRUE)
  endif()
endfunction()

# gcmock_test(name SOURCES files... LIBRARIES targets... PROPERTIES of each test...): a GoogleTest program, one ctest a
# TEST. With a sanitizer one ctest a program: to start an instrumented program takes longer than most tests, and in one
# process the sanitizer sees what one test leaves to the next.
function(gcmock_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES;PROPERTIES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} GTest::gmock_main GTest::gmock GTest::gtest Threads::Threads)
  target_compile_definitions(${name} PRIVATE GCMOCK_SOURCE_DIR="${PROJECT_SOURCE_DIR}" GCMOCK_BINARY_DIR="${PROJECT_BINARY_DIR}")
  if(GCMOCK_SANITIZE)
    add_test(NAME ${name} COMMAND ${name} --gtest_shuffle)
    set_tests_properties(${name} PROPERTIES ${arg_PROPERTIES} TIMEOUT 1200)
  else()
    gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 120 ${arg_PROPERTIES})
  endif()
endfunction()

# gcmock_embed(layer script DEFINE NAME=value... FILES files...): a source of the layer, which cmake/<script>.cmake writes
# from the files. The script is given the definitions, and the source's name as OUTPUT.
function(gcmock_embed layer script)
  cmake_parse_arguments(arg "" "" "DEFINE;FILES" ${ARGN})
  list(TRANSFORM arg_DEFINE PREPEND "-D")
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${script}.cc")
  set(path "${PROJECT_SOURCE_DIR}/cmake/${script}.cmake")
  add_custom_command(OUTPUT "${source}" COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${source}" ${arg_DEFINE} -P "${path}"
                     DEPENDS ${arg_FILES} "${path}" VERBATIM)
  target_sources(gcmock_${layer} PRIVATE "${source}")
endfunction()
