// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text_place.h"

#include <QByteArray>

namespace mediahelm::workspace {

// Bounds that libyaml's marks do not tell.

// Where a node's own bytes begin behind its tag and anchor: `from` is the first of these, `properties` how many there
// are.
qsizetype skipProperties(const QByteArray &text, qsizetype from, int properties, bool inFlow);

// Where these properties end, without what stands between them and the node.
qsizetype propertiesEnd(const QByteArray &text, qsizetype from, int properties, bool inFlow);

// Over blanks, breaks and comments.
qsizetype skipFiller(const QByteArray &text, qsizetype at);

// A block scalar from its | or > to the end of its last line, without that line's break; libyaml's own end lies behind
// all blank lines that follow. With "keep" (|+) the blank lines are the scalar's.
model::Span blockScalarSpan(const QByteArray &text, qsizetype begin, qsizetype looseEnd);

} // namespace mediahelm::workspace
