// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/chaos_proxy.h"
