# Installs the library, its headers and its package file. Inside a wheel the prefix is the Python package's own folder.
set(pathecon_cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/pathecon")
if(DEFINED SKBUILD)
  set(pathecon_cmake_dir "lib/cmake/pathecon")
endif()
install(TARGETS pathecon EXPORT pathecon-targets FILE_SET HEADERS)
install(EXPORT pathecon-targets NAMESPACE pathecon:: DESTINATION "${pathecon_cmake_dir}")
configure_package_config_file(cmake/pathecon-config.cmake.in "${PROJECT_BINARY_DIR}/pathecon-config.cmake"
                              INSTALL_DESTINATION "${pathecon_cmake_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/pathecon-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/pathecon-config.cmake" "${PROJECT_BINARY_DIR}/pathecon-config-version.cmake"
        DESTINATION "${pathecon_cmake_dir}")
