# Flags that hold for every target. Scores must be the same bits on every build, so no compiler may
# fuse a multiply and an add, or relax IEEE arithmetic, anywhere.
add_library(smp_flags INTERFACE)
target_compile_options(smp_flags INTERFACE -ffp-contract=off -fno-fast-math
                       -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wno-missing-field-initializers)
if(SMP_WERROR)
  target_compile_options(smp_flags INTERFACE -Werror)
  # What GCC 12 finds by following the flow of optimised code changes with the level and is wrong now and then
  # (std::optional beside std::variant, std::string + literal): it is told, but stops no build.
  target_compile_options(smp_flags INTERFACE
    "$<$<CXX_COMPILER_ID:GNU>:-Wno-error=maybe-uninitialized;-Wno-error=restrict;-Wno-error=array-bounds;-Wno-error=stringop-overflow;-Wno-error=stringop-overread>")
endif()
target_include_directories(smp_flags INTERFACE ${PROJECT_SOURCE_DIR})

# What every test program has: its main, and where it runs. Only here.cpp knows the two folders, so that no other
# object depends on where the tree lies.
add_library(smp_test_here OBJECT ${PROJECT_SOURCE_DIR}/tests/support/here.cpp)
target_link_libraries(smp_test_here PUBLIC smp_flags)
target_compile_definitions(smp_test_here PRIVATE SMP_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                           SMP_BINARY_DIR="${PROJECT_BINARY_DIR}")
add_library(smp_test_main OBJECT ${PROJECT_SOURCE_DIR}/tests/support/main.cpp)
target_link_libraries(smp_test_main PUBLIC doctest::doctest smp_flags)
target_compile_definitions(smp_test_main PUBLIC DOCTEST_CONFIG_SUPER_FAST_ASSERTS)

# add_module(engine/scalp
#   HEADERS head.h ... SOURCES head.cpp ... DEPS engine::core ... TESTS head_test.cpp ... [TEST_LABELS gl])
# Folder = namespace = target: engine/scalp is engine::scalp, library engine_scalp, test program
# engine_scalp_test built from tests/engine/scalp. Headers must compile alone.
function(add_module path)
  cmake_parse_arguments(M "" "" "HEADERS;SOURCES;DEPS;TESTS;TEST_DEPS;TEST_LABELS" ${ARGN})
  string(REPLACE "/" "_" target ${path})
  string(REPLACE "/" "::" alias ${path})
  add_library(${target} STATIC)
  add_library(${alias} ALIAS ${target})
  target_sources(${target} PRIVATE ${M_SOURCES}
                 PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${M_HEADERS})
  target_link_libraries(${target} PUBLIC smp_flags ${M_DEPS})
  if(M_TESTS)
    list(TRANSFORM M_TESTS PREPEND ${PROJECT_SOURCE_DIR}/tests/${path}/)
    add_executable(${target}_test ${M_TESTS})
    target_link_libraries(${target}_test PRIVATE ${target} smp_test_main smp_test_here ${M_TEST_DEPS})
    add_test(NAME ${path} COMMAND ${target}_test)
    if(M_TEST_LABELS)
      set_tests_properties(${path} PROPERTIES LABELS "${M_TEST_LABELS}")
    endif()
  endif()
endfunction()
