# SPDX-License-Identifier: GPL-3.0-or-later
#
# Style, icons, models, the Services page and its panel.
find_package(Qt6 ${MEDIAHELM_QT_MIN} REQUIRED COMPONENTS DBus)
mediahelm_test(style_palette_test GUI SOURCES style_palette_test.cpp DEPENDS ui_style)
mediahelm_test(style_format_test GUI SOURCES style_format_test.cpp DEPENDS ui_style)
mediahelm_test(style_words_test GUI SOURCES style_words_test.cpp DEPENDS ui_style)

mediahelm_test(style_scheme_test GUI SOURCES style_scheme_test.cpp DEPENDS ui_style Qt6::DBus)
mediahelm_test(service_model_test GUI SOURCES service_model_test.cpp DEPENDS ui_models fake_control)

mediahelm_test(log_view_test GUI SOURCES log_view_test.cpp DEPENDS ui_log)
mediahelm_test(services_table_test GUI SOURCES services_table_test.cpp DEPENDS ui_services ui_widgets fake_control)
mediahelm_test(services_page_test GUI SOURCES services_page_test.cpp DEPENDS ui_services ui_log ui_widgets fake_control)

# Not tests: they draw pages with the seam in memory into a folder, to be looked at.
add_executable(style_screens style_screens.cpp)
target_link_libraries(style_screens PRIVATE ui_widgets ui_style)
add_executable(services_screens services_screens.cpp)
target_link_libraries(services_screens PRIVATE ui_services ui_widgets fake_control)
