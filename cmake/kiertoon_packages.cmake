# Third-party libraries as imported targets; all come from Debian 12 (script/bootstrap installs them).

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(spdlog 1.10 REQUIRED)
find_package(Eigen3 3.4 REQUIRED)
find_package(mimalloc 2.0 REQUIRED)
find_package(GTest 1.12 REQUIRED)
find_package(benchmark 1.7 REQUIRED)

pkg_check_modules(xapian REQUIRED IMPORTED_TARGET GLOBAL xapian-core>=1.4.22)
pkg_check_modules(voikko REQUIRED IMPORTED_TARGET GLOBAL libvoikko>=4.3)
pkg_check_modules(httplib REQUIRED IMPORTED_TARGET GLOBAL cpp-httplib>=0.11.4)
pkg_check_modules(raptor REQUIRED IMPORTED_TARGET GLOBAL raptor2>=2.0.15)
pkg_check_modules(brotli REQUIRED IMPORTED_TARGET GLOBAL libbrotlienc libbrotlidec)

# One spelling for those that only pkg-config knows.
add_library(xapian::xapian ALIAS PkgConfig::xapian)
add_library(voikko::voikko ALIAS PkgConfig::voikko)
add_library(raptor::raptor ALIAS PkgConfig::raptor)
add_library(brotli::brotli ALIAS PkgConfig::brotli)

# Debian's httplib is a shared library built with OpenSSL, zlib and brotli: its users need the same headers.
add_library(kiertoon_httplib INTERFACE)
target_link_libraries(kiertoon_httplib INTERFACE PkgConfig::httplib Threads::Threads)
add_library(httplib::httplib ALIAS kiertoon_httplib)
