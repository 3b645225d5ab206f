# The toolchain for every runtime identifier: clang and lld, no sysroot, since the library needs no libc.
# Set MINPACK_RID to a .NET runtime identifier; the presets of that name do.

list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES MINPACK_RID)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY) # there is nothing to link an executable with

# identifier          system   processor  clang target
set(_runtimes
  "linux-x64        Linux    x86_64     x86_64-linux-gnu"
  "linux-arm64      Linux    aarch64    aarch64-linux-gnu"
  "linux-arm        Linux    armv7      armv7-linux-gnueabihf"
  "linux-musl-x64   Linux    x86_64     x86_64-linux-musl"
  "linux-musl-arm64 Linux    aarch64    aarch64-linux-musl"
  "linux-s390x      Linux    s390x      s390x-linux-gnu"
  "linux-ppc64le    Linux    ppc64le    powerpc64le-linux-gnu"
  "linux-riscv64    Linux    riscv64    riscv64-linux-gnu"
  "linux-loongarch64 Linux   loongarch64 loongarch64-linux-gnu"
  "android-x64      Linux    x86_64     x86_64-linux-android21"
  "android-arm64    Linux    aarch64    aarch64-linux-android21"
  "win-x64          Windows  x86_64     x86_64-pc-windows-msvc"
  "win-x86          Windows  i686       i686-pc-windows-msvc"
  "win-arm64        Windows  aarch64    aarch64-pc-windows-msvc"
  "osx-x64          Darwin   x86_64     x86_64-apple-macos11"
  "osx-arm64        Darwin   arm64      arm64-apple-macos11")
foreach(_row IN LISTS _runtimes)
  separate_arguments(_row UNIX_COMMAND "${_row}")
  list(GET _row 0 _rid)
  if(_rid STREQUAL MINPACK_RID)
    list(GET _row 1 CMAKE_SYSTEM_NAME)
    list(GET _row 2 CMAKE_SYSTEM_PROCESSOR)
    list(GET _row 3 CMAKE_C_COMPILER_TARGET)
  endif()
endforeach()
if(NOT CMAKE_C_COMPILER_TARGET)
  message(FATAL_ERROR "MINPACK_RID is '${MINPACK_RID}', not a runtime identifier in ${CMAKE_CURRENT_LIST_FILE}.")
endif()

# All tools come from clang's own folder, so that their versions agree.
find_program(_clang NAMES clang-19 REQUIRED)
file(REAL_PATH "${_clang}" _clang)
get_filename_component(_llvm "${_clang}" DIRECTORY)
set(CMAKE_C_COMPILER "${_llvm}/clang")
foreach(_tool AR RANLIB NM STRIP MT RC INSTALL_NAME_TOOL OTOOL)
  string(TOLOWER "llvm-${_tool}" _name)
  string(REPLACE "_" "-" _name "${_name}")
  set(CMAKE_${_tool} "${_llvm}/${_name}" CACHE FILEPATH "")
endforeach()
set(CMAKE_RC_COMPILER "${CMAKE_RC}" CACHE FILEPATH "")

set(CMAKE_SHARED_LINKER_FLAGS_INIT "-fuse-ld=lld -nostdlib")
set(CMAKE_C_STANDARD_LIBRARIES "" CACHE STRING "")
set(CMAKE_MSVC_RUNTIME_LIBRARY "")
set(CMAKE_OSX_SYSROOT "" CACHE STRING "")
set(CMAKE_OSX_DEPLOYMENT_TARGET "" CACHE STRING "")
