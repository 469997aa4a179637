# SPDX-License-Identifier: GPL-3.0-or-later
#
# One library per folder, linked along the arrows of ARCHITECTURE.md. A folder's headers are reachable only by who links
# it: each library publishes its own headers, and nothing else, through build/include/<target>. So a wrong include does
# not build, also where it would need no symbol.

add_library(mediahelm_flags INTERFACE)
target_compile_features(mediahelm_flags INTERFACE cxx_std_20)
target_compile_options(mediahelm_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wundef -Wcast-align
    # Of two files in a pack, one may use within what the other names outside: there the linters look, file by file.
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow>
    $<$<BOOL:${MEDIAHELM_WERROR}>:-Werror>
    $<$<CXX_COMPILER_ID:Clang>:-Wno-gnu-zero-variadic-macro-arguments>
    # GCC 12 takes every optional that it cannot follow for uninitialised.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    $<$<CXX_COMPILER_ID:GNU>:-fcoroutines>)
target_compile_definitions(mediahelm_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH QT_NO_KEYWORDS QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    QT_MESSAGELOGCONTEXT MEDIAHELM_VERSION="${PROJECT_VERSION}")
# Functions are found at the start: a child that Qt starts has a stack too small to look them up on.
target_link_options(mediahelm_flags INTERFACE -Wl,--as-needed -Wl,-z,relro,-z,now)
find_program(MEDIAHELM_MOLD mold)
if(MEDIAHELM_TESTS AND MEDIAHELM_MOLD)
    # Two hundred programs with all that they are debugged by: ten times as fast as the usual linker.
    target_link_options(mediahelm_flags INTERFACE -fuse-ld=mold)
endif()
if(Qt6_VERSION VERSION_LESS 6.5)
    # QFuture::then() drops a continuation whose context has died, and so says its documentation; but its debug build
    # asserts, before it does, that the context lives. That one assertion is left out, every other one stays.
    target_compile_options(mediahelm_flags INTERFACE "$<$<CONFIG:Debug>:-DQ_ASSERT(cond)=((cond)\
||!__builtin_strcmp(#cond,\"context\")?(void)0:qt_assert(#cond,__FILE__,__LINE__))>")
endif()
if(MEDIAHELM_SANITIZER)
    target_compile_options(mediahelm_flags INTERFACE
        -fsanitize=${MEDIAHELM_SANITIZER} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(mediahelm_flags INTERFACE -fsanitize=${MEDIAHELM_SANITIZER})
    if(MEDIAHELM_SANITIZER MATCHES thread)
        add_library(mediahelm_tsan STATIC "${CMAKE_SOURCE_DIR}/tests/lint/tsan_clone.cpp")
        set_target_properties(mediahelm_tsan PROPERTIES AUTOMOC OFF)
        target_link_options(mediahelm_flags INTERFACE -Wl,-u,clone)
        target_link_libraries(mediahelm_flags INTERFACE mediahelm_tsan)
    endif()
endif()

# The same Qt modules for every library of a side: a precompiled header is shared only between equal definitions.
add_library(mediahelm_core_flags INTERFACE)
target_link_libraries(mediahelm_core_flags INTERFACE mediahelm_flags Qt6::Core Qt6::Network)
if(MEDIAHELM_DESKTOP)
    add_library(mediahelm_ui_flags INTERFACE)
    target_link_libraries(mediahelm_ui_flags INTERFACE
        mediahelm_core_flags Qt6::Gui Qt6::Widgets Qt6::Charts Qt6::Svg)
endif()

# mediahelm_moc_alone(NAME SOURCE...): where no header has anything for moc, reading precompiled headers is all that
# compiling what it makes would take.
function(mediahelm_moc_alone name)
    list(FILTER ARGN INCLUDE REGEX "[.]h$")
    foreach(source IN LISTS ARGN)
        file(STRINGS "${source}" objects REGEX "Q_OBJECT|Q_GADGET|Q_NAMESPACE" LIMIT_COUNT 1)
        if(objects)
            return()
        endif()
    endforeach()
    set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp" PROPERTIES
        SKIP_PRECOMPILE_HEADERS ON)
endfunction()

# mediahelm_unity(NAME SOURCE...): compiles the sources of a library in packs, which packs.py makes of them.
function(mediahelm_unity name)
    list(FILTER ARGN INCLUDE REGEX "[.]cpp$")
    execute_process(
        COMMAND "${Python3_EXECUTABLE}" -B "${CMAKE_SOURCE_DIR}/packaging/cmake/packs.py" "${CMAKE_CURRENT_SOURCE_DIR}" ${ARGN}
        OUTPUT_VARIABLE packs OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    string(REPLACE "\n" ";" packs "${packs}")
    set(number 0)
    foreach(pack IN LISTS packs)
        math(EXPR number "${number} + 1")
        separate_arguments(members UNIX_COMMAND "${pack}")
        set_source_files_properties(${members} PROPERTIES UNITY_GROUP "${number}")
    endforeach()
    # What moc has made goes with the smallest pack, and needs no compiler of its own.
    set(mocs "${CMAKE_CURRENT_BINARY_DIR}/${name}_mocs.cpp")
    file(CONFIGURE OUTPUT "${mocs}" CONTENT "#include \"${name}_autogen/mocs_compilation.cpp\"\n")
    target_sources(${name} PRIVATE "${mocs}")
    if(number EQUAL 0 AND ARGN)
        list(GET ARGN 0 alone)
        set_source_files_properties("${alone}" PROPERTIES UNITY_GROUP "${number}")
    endif()
    set_source_files_properties("${mocs}" PROPERTIES SKIP_AUTOMOC ON UNITY_GROUP "${number}")
    set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp" PROPERTIES
        HEADER_FILE_ONLY ON)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    # GCC takes what lies in a pack for a header, where a private type would have to be seen by others.
    target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/packaging/cmake/packs.py")
endfunction()

# mediahelm_library(NAME SIDE core|ui SOURCES ... [DEPENDS public...] [PRIVATE private...] [NO_PCH])
function(mediahelm_library name)
    cmake_parse_arguments(ARG "NO_PCH" "SIDE" "SOURCES;DEPENDS;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    set(published "${CMAKE_BINARY_DIR}/include/${name}")
    file(RELATIVE_PATH folder "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
    foreach(source IN LISTS ARG_SOURCES)
        if(source MATCHES "\\.h$")
            get_filename_component(subfolder "${folder}/${source}" DIRECTORY)
            file(MAKE_DIRECTORY "${published}/${subfolder}")
            file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}/${source}" "${published}/${folder}/${source}" SYMBOLIC)
        endif()
    endforeach()
    file(MAKE_DIRECTORY "${published}")
    target_include_directories(${name} PUBLIC "${published}")
    target_link_libraries(${name} PUBLIC mediahelm_${ARG_SIDE}_flags ${ARG_DEPENDS} PRIVATE ${ARG_PRIVATE})
    if(MEDIAHELM_PCH AND NOT ARG_NO_PCH)
        target_precompile_headers(${name} REUSE_FROM mediahelm_${ARG_SIDE}_pch)
    endif()
    if(MEDIAHELM_UNITY)
        mediahelm_unity(${name} ${ARG_SOURCES})
    else()
        mediahelm_moc_alone(${name} ${ARG_SOURCES})
    endif()
endfunction()

# A library that only publishes headers.
function(mediahelm_headers name)
    cmake_parse_arguments(ARG "" "SIDE" "SOURCES;DEPENDS" ${ARGN})
    mediahelm_library(${name} SIDE ${ARG_SIDE} SOURCES ${ARG_SOURCES} DEPENDS ${ARG_DEPENDS})
endfunction()

function(mediahelm_pch side)
    if(NOT MEDIAHELM_PCH)
        return()
    endif()
    set(source "${CMAKE_BINARY_DIR}/${side}_pch.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "// Built for its precompiled header alone.\n")
    add_library(mediahelm_${side}_pch STATIC "${source}")
    set_target_properties(mediahelm_${side}_pch PROPERTIES AUTOMOC OFF)
    target_link_libraries(mediahelm_${side}_pch PUBLIC mediahelm_${side}_flags)
    target_precompile_headers(mediahelm_${side}_pch PRIVATE ${ARGN})
endfunction()

mediahelm_pch(core
    <QByteArray> <QDateTime> <QFuture> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject> <QPointer>
    <QString> <QTimer> <QUrl> <QLocalSocket> <functional> <memory> <optional> <variant> <vector>)
if(MEDIAHELM_DESKTOP)
    mediahelm_pch(ui
        <QAction> <QApplication> <QFuture> <QHash> <QJsonObject> <QList> <QMenu> <QObject> <QPainter> <QString> <QTimer>
        <QTreeView> <QVBoxLayout> <QWidget> <QLabel> <QPushButton> <QAbstractItemModel> <QStyledItemDelegate>
        <functional> <memory> <optional> <variant> <vector>)
endif()
