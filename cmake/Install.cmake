# Installs the library, its headers and its package file (component `development`). Inside a wheel the prefix is the
# Python package's own folder, so that `pip install` alone gives find_package(pathecon) something to find.
set(pathecon_cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/pathecon")
install(TARGETS pathecon EXPORT pathecon-targets
        ARCHIVE COMPONENT development
        LIBRARY COMPONENT development
        RUNTIME COMPONENT development
        FILE_SET HEADERS COMPONENT development)
install(EXPORT pathecon-targets NAMESPACE pathecon:: DESTINATION "${pathecon_cmake_dir}" COMPONENT development)
configure_package_config_file(cmake/pathecon-config.cmake.in "${PROJECT_BINARY_DIR}/pathecon-config.cmake"
                              INSTALL_DESTINATION "${pathecon_cmake_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/pathecon-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/pathecon-config.cmake" "${PROJECT_BINARY_DIR}/pathecon-config-version.cmake"
        DESTINATION "${pathecon_cmake_dir}" COMPONENT development)
