// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text_place.h"

#include <QByteArray>
#include <QList>

namespace mediahelm::model {

// Bytes that take the place of a span's; an empty span inserts.
struct TextPatch {
    Span span;
    QByteArray text;

    friend bool operator==(const TextPatch &, const TextPatch &) = default;
};

// Patches must not overlap; they may come in any order, and of two at one byte the first comes first.
QByteArray patched(const QByteArray &bytes, QList<TextPatch> patches);

} // namespace mediahelm::model
