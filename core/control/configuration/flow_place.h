// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text_place.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace mediahelm::control {

// Where a byte stands within brackets ("[a, {b: c}]"), also of a text that is half typed and cannot be read.
struct FlowPlace {
    QStringList path; // below the outermost bracket: keys, "-" for an item of a list
    bool isKey = false; // of a mapping; also where one could be begun
    bool isComment = false;
    model::Span whole; // of the key or value, perhaps with blanks behind it
    bool hasColon = false; // with isKey: it is a key already
    QStringList siblings; // with isKey: the other keys of the same mapping
};

// `open`: the byte of the outermost bracket, left of `at`. nullopt where that one is closed before `at`. Pure.
std::optional<FlowPlace> flowPlace(const QByteArray &text, qsizetype open, qsizetype at);

} // namespace mediahelm::control
