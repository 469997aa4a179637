// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/host_profile_store.h"
