// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/control/session_bench.h"
