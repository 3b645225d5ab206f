# That layers.cmake finds what it is there to find: a copy of the sources passes, and fails with each violation planted.
# Run with -D SOURCES=native/src and -D TREE=a directory to make.
cmake_minimum_required(VERSION 3.20)

get_filename_component(_check "${CMAKE_CURRENT_LIST_DIR}/layers.cmake" ABSOLUTE)

# check(expected result, expected text): runs the check over the tree.
function(check expected text)
  execute_process(COMMAND ${CMAKE_COMMAND} -D SOURCES=${TREE} -P ${_check}
    RESULT_VARIABLE _result OUTPUT_VARIABLE _output ERROR_VARIABLE _output)
  string(FIND "${_output}" "${text}" _found)
  if(NOT _result EQUAL expected OR _found EQUAL -1)
    message(FATAL_ERROR "expected result ${expected} with\n  ${text}\nbut found ${_result} with\n${_output}")
  endif()
endfunction()

# plant(file line include what): the include as that line of that file, alone in a fresh copy; then takes it away.
function(plant file line include what)
  math(EXPR _before "${line} - 1")
  string(REPEAT "int row[] = {1}; \\\n" ${_before} _lines)
  file(WRITE "${TREE}/${file}" "${_lines}${include}\n")
  check(1 "${TREE}/${file}:${line}: ${what}\n")
  file(REMOVE "${TREE}/${file}")
endfunction()

file(REMOVE_RECURSE "${TREE}")
file(MAKE_DIRECTORY "${TREE}")
check(1 "no files in ${TREE}/common\n")

file(COPY "${SOURCES}/" DESTINATION "${TREE}")
check(0 "each includes downwards")

plant(simd/planted.c 7 "#include \"qr/pivoted_qr.h\"" "room simd includes from qr")
plant(common/planted.h 2 "# include \"exports/planted.h\"" "room common includes from exports")
plant(lockstep/planted_body.inc 3 "#include \"equations/steps.h\"" "room lockstep includes from equations")
plant(qr/planted.c 4 "#include \"pivoted_qr.h\"" "\"pivoted_qr.h\" does not begin with a room")
plant(qr/planted.c 5 "#include \"../simd/engine.h\"" "\"../simd/engine.h\" does not begin with a room")
plant(qr/planted.c 6 "#include \"qr/../exports/planted.h\"" "\"qr/../exports/planted.h\" does not begin with a room")
plant(qr/planted.c 2 "#include <exports/planted.h>" "a file of our own between < and >")
plant(qr/planted.c 2 "#include PLANTED" "an include that cannot be read here")
plant(qr/planted.c 2 "#include <../src/exports/planted.h>" "a file of our own between < and >")
plant(qr/planted.c 2 "#include \"/exports/planted.h\"" "\"/exports/planted.h\" does not begin with a room")
foreach(_spelling "/* x */ #include \"exports/planted.h\"" "*/#include \"exports/planted.h\""
    "#/* x */include \"exports/planted.h\"" "#include/**/\"exports/planted.h\" // include \"common/norm.h\""
    "#import \"exports/planted.h\"" "#include_next \"exports/planted.h\"")
  plant(qr/planted.c 3 "${_spelling}" "an include that cannot be read here")
endforeach()
foreach(_spelling "#\\\ninclude_" "#inc\\\nlude" "%:define PLANTED" "??=define PLANTED")
  plant(qr/planted.c 3 "${_spelling}" "a directive that cannot be read here")
endforeach()
plant(qr/planted.hpp 1 "#include \"exports/planted.h\"" "not a source, a header, a body or a page")
plant(attic/planted.c 1 "#include \"common/norm.h\"" "attic is not a room")

check(0 "each includes downwards")
file(REMOVE_RECURSE "${TREE}/equations")
check(1 "no files in ${TREE}/equations\n")
file(REMOVE_RECURSE "${TREE}")
message(STATUS "layers: each planted violation was found")
