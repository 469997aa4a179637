// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace mediahelm::ui {

// What core says in English, as sources for translation in the context "Phrases": %1 ... stand for names, numbers, and
// for other phrases. Every sentence of core that the window shows is here (tests/ui/style/phrases_complete_test.py).
// Static.
struct PhraseTables {
    static std::span<const char *const> deployments();
    static std::span<const char *const> predicates(); // said of a service: alone, or behind its name
    static std::span<const char *const> checks();
    static std::span<const char *const> files();
    static std::span<const char *const> setup();
    static std::span<const char *const> errors();
};

} // namespace mediahelm::ui
