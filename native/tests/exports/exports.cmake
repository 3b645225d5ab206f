# The shared library exports what the header declares and nothing else, and needs no other.
# Run with -D LIBRARY, HEADER, NM_PROGRAM and READELF_PROGRAM.
cmake_minimum_required(VERSION 3.20)

file(READ "${HEADER}" _header)
string(REGEX REPLACE "/\\*[^*]*\\*+([^/*][^*]*\\*+)*/" "" _header "${_header}")
string(REGEX REPLACE "#[^\n]*" "" _header "${_header}")
string(REGEX MATCHALL "MN_API [^;(]*MN_CALL +mn_[a-z0-9_]+" _declarations "${_header}")
set(_declared)
foreach(_declaration IN LISTS _declarations)
  string(REGEX MATCH "mn_[a-z0-9_]+$" _name "${_declaration}")
  list(APPEND _declared ${_name})
endforeach()
list(SORT _declared)

execute_process(COMMAND ${NM_PROGRAM} -D --defined-only "${LIBRARY}"
  OUTPUT_VARIABLE _symbols COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ";" _symbols "${_symbols}")
set(_exported)
foreach(_symbol IN LISTS _symbols)
  if(_symbol MATCHES "^[0-9a-f]* *[A-Za-z] ([^ ]+)$")
    list(APPEND _exported ${CMAKE_MATCH_1})
  endif()
endforeach()
list(SORT _exported)

list(LENGTH _declared _count)
if(_count EQUAL 0 OR NOT _declared STREQUAL _exported)
  message(FATAL_ERROR "exports differ from the header\n  declared: ${_declared}\n  exported: ${_exported}")
endif()
message(STATUS "exports: ${_count} names, as declared")

execute_process(COMMAND ${READELF_PROGRAM} -d "${LIBRARY}"
  OUTPUT_VARIABLE _dynamic COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "NEEDED[^\n]*" _needed "${_dynamic}")
if(_needed)
  message(FATAL_ERROR "it needs others: ${_needed}")
endif()
message(STATUS "needs no other library")
