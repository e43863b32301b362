# One small grammar for the whole build:
#   pathecon_floor(<floor> [HEADERS a.hpp ...] [SOURCES a.cpp ...] [LINKS third::party ...])   from src/<floor>/CMakeLists.txt
#   pathecon_test(<folder> SOURCES a_test.cpp ... [UP_TO <floor>] [LINKS third::party ...])    from tests/<folder>/CMakeLists.txt
# HEADERS are names inside include/pathecon/<floor>/, SOURCES are names beside the CMakeLists.txt that lists them.
# LINKS of a floor stay private to its own sources: Eigen3::Eigen, Boost::headers, nlohmann_json::nlohmann_json and
# pathecon_toml (toml++) are header-only, so nothing of them reaches a consumer.

# Reads the floor table: pathecon_floors (names, lowest first) and pathecon_level_<floor>.
file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/floors.txt" pathecon_floor_rows REGEX "^[0-9]")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/floors.txt")
set(pathecon_floors "")
foreach(row IN LISTS pathecon_floor_rows)
  if(NOT row MATCHES "^([0-9]+) +([a-z]+) ")
    message(FATAL_ERROR "cmake/floors.txt: expected '<level> <name> <sentence>', found '${row}'")
  endif()
  list(APPEND pathecon_floors "${CMAKE_MATCH_2}")
  set(pathecon_level_${CMAKE_MATCH_2} "${CMAKE_MATCH_1}")
endforeach()

# What every translation unit of ours is compiled with, and what no consumer inherits.
add_library(pathecon_flags INTERFACE)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  # A fused multiply-add rounds once instead of twice: the same scenario would differ between machines.
  target_compile_options(pathecon_flags INTERFACE -ffp-contract=off)
elseif(MSVC)
  target_compile_options(pathecon_flags INTERFACE /fp:precise /utf-8 /permissive-)
endif()
# (Also inside a wheel: with the same flags the wheel and the tests share every compiled object.)
if(PROJECT_IS_TOP_LEVEL)
  if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(pathecon_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
      target_compile_options(pathecon_flags INTERFACE -Wno-restrict) # false alarms on std::string (GCC bug 105651)
    endif()
  elseif(MSVC)
    target_compile_options(pathecon_flags INTERFACE /W4)
  endif()
endif()

function(pathecon_floor floor)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;SOURCES;LINKS")
  if(NOT DEFINED pathecon_level_${floor})
    message(FATAL_ERROR "pathecon_floor(${floor}): no such floor in cmake/floors.txt")
  endif()
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "pathecon_floor(${floor}): unexpected '${arg_UNPARSED_ARGUMENTS}'")
  endif()

  set(headers ${arg_HEADERS})
  list(TRANSFORM headers PREPEND "${PROJECT_SOURCE_DIR}/include/pathecon/${floor}/")
  if(headers)
    target_sources(pathecon PUBLIC FILE_SET HEADERS FILES ${headers})
  endif()

  # pathecon_<floor> compiles the floor alone, so a broken upper floor never stops a lower one. Header-only: INTERFACE.
  if(arg_SOURCES)
    add_library(pathecon_${floor} OBJECT ${arg_SOURCES})
    target_include_directories(pathecon_${floor} PUBLIC "${PROJECT_SOURCE_DIR}/include" PRIVATE "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(pathecon_${floor} PUBLIC ${pathecon_public_links} PRIVATE pathecon_flags ${arg_LINKS})
    target_compile_features(pathecon_${floor} PUBLIC cxx_std_20)
    target_sources(pathecon PRIVATE $<TARGET_OBJECTS:pathecon_${floor}>)
  else()
    add_library(pathecon_${floor} INTERFACE)
    target_include_directories(pathecon_${floor} INTERFACE "${PROJECT_SOURCE_DIR}/include")
    target_link_libraries(pathecon_${floor} INTERFACE ${pathecon_public_links})
    target_compile_features(pathecon_${floor} INTERFACE cxx_std_20)
  endif()
endfunction()

function(pathecon_test folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "UP_TO" "SOURCES;LINKS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "pathecon_test(${folder}): unexpected '${arg_UNPARSED_ARGUMENTS}'")
  endif()
  if(NOT arg_SOURCES)
    return()
  endif()

  # A floor's test links that floor and the floors below it; tests of no floor link all, or those up to UP_TO.
  set(top "${folder}")
  if(arg_UP_TO)
    set(top "${arg_UP_TO}")
  endif()
  set(linked "")
  foreach(floor IN LISTS pathecon_floors)
    if(NOT DEFINED pathecon_level_${top} OR floor STREQUAL top OR pathecon_level_${floor} LESS pathecon_level_${top})
      list(APPEND linked pathecon_${floor})
    endif()
  endforeach()

  set(name test_${folder})
  add_executable(${name} ${arg_SOURCES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(${name} PRIVATE ${linked} pathecon_flags pathecon_catch ${arg_LINKS})
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
  target_precompile_headers(${name} REUSE_FROM pathecon_catch)
  add_test(NAME ${folder} COMMAND ${name} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
endfunction()
