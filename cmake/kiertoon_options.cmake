# Flags that hold for every target of the project. CMakePresets.json sets the options.

option(KIERTOON_WERROR "Treat the compiler's warnings as errors" ON)
set(KIERTOON_SANITIZE "" CACHE STRING "Value of -fsanitize= for all targets, for example address,undefined")
set(KIERTOON_TEST_OPTIONS "-O1" CACHE STRING "Compile options of the tests' own code, which is compiled more often than it runs")
set(KIERTOON_FUZZ OFF CACHE BOOL "Link the fuzz targets with libFuzzer (needs Clang)")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

add_compile_options(-Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# Members left out of a designated initializer have defaults.
add_compile_options(-Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees overruns in std::string that are not there (GCC bug 105651).
  add_compile_options(-Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
endif()
if(KIERTOON_WERROR)
  add_compile_options(-Werror)
endif()

if(KIERTOON_SANITIZE)
  add_compile_options(-fsanitize=${KIERTOON_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${KIERTOON_SANITIZE})
endif()
if(KIERTOON_FUZZ)
  # Coverage in every library; only kiertoon_fuzzer() links libFuzzer's main().
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
