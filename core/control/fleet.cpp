// SPDX-License-Identifier: GPL-3.0-or-later

// The interfaces' signals come from their own translation units, which moc makes; this one anchors the library.
#include "core/control/fleet.h"
