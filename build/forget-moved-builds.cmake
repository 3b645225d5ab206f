# Removes the build folders in artifacts/native that were configured for another place, as in a checkout that was
# copied: CMake refuses to configure them again.   cmake -P build/forget-moved-builds.cmake
file(REAL_PATH "${CMAKE_CURRENT_LIST_DIR}/.." _root)
file(GLOB _caches "${_root}/artifacts/native/*/CMakeCache.txt")
foreach(_cache IN LISTS _caches)
  file(STRINGS "${_cache}" _home REGEX "^CMAKE_HOME_DIRECTORY:")
  string(REGEX REPLACE "^[^=]*=" "" _home "${_home}")
  file(REAL_PATH "${_home}" _home)
  if(NOT _home STREQUAL _root)
    get_filename_component(_folder "${_cache}" DIRECTORY)
    message(STATUS "${_folder} was configured for ${_home}: removed")
    file(REMOVE_RECURSE "${_folder}")
  endif()
endforeach()
