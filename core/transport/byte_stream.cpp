// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/byte_stream.h"
