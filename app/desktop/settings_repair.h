// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings_store.h"

namespace mediahelm::app {

// Asks what to do with settings that could not be read: nothing is started on built-in values in their place, and
// nothing is overwritten. True when the program may go on. Before the main window; main thread.
bool repairSettings(settings::SettingsStore &store);

} // namespace mediahelm::app
