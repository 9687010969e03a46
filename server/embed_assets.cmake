# Writes OUTPUT, a C++ file that defines kiertoon::assets() from the files of ASSETS, named as the files are.
# Run by the build: cmake -DOUTPUT=... -DASSETS=... -P embed_assets.cmake

set(type_css "text/css; charset=utf-8")
set(type_json "application/json")

set(arrays "")
set(table "")
set(number 0)
foreach(file IN LISTS ASSETS)
  get_filename_component(name "${file}" NAME)
  string(REGEX REPLACE ".*[.]" "" extension "${file}")
  set(type "${type_${extension}}")
  if(NOT type)
    message(FATAL_ERROR "${file}: no content type is known for .${extension}")
  endif()
  file(READ "${file}" bytes HEX)
  string(REGEX REPLACE "(................................)" "\\1\n    " bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND arrays "constexpr char kAsset${number}[] = {\n    ${bytes}'\\0'};\n")
  string(APPEND table "    Asset{\"${name}\", \"${type}\", {kAsset${number}, sizeof(kAsset${number}) - 1}},\n")
  math(EXPR number "${number} + 1")
endforeach()

file(WRITE "${OUTPUT}" "// Written by server/embed_assets.cmake.
#include \"server/asset.h\"

#include <array>

namespace kiertoon {

namespace {

${arrays}
constexpr std::array kAssets{
${table}};

}  // namespace

std::span<const Asset> assets() { return kAssets; }

}  // namespace kiertoon
")
