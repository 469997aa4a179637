// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QScintilla, whose headers speak Qt's old keywords, which the project does without.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscilexercustom.h>
#include <Qsci/qscilexeryaml.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots
