// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text_place.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace mediahelm::control {

// Where a byte of a YAML text stands, by the lines and their indentation alone: it says something sensible also of a
// text that is half typed and cannot be read. Within brackets by these (flow_place.h).
struct YamlCursor {
    enum class Where {
        key, // of a mapping; also where one could be begun
        value, // behind "key:" or "- "
        text, // in a block scalar
        comment,
    };

    Where where = Where::key;
    QStringList path; // the keys above, "-" for an item of a list; with where == value, the key is its last part
    QString begun; // what stands before the byte, of the key or value
    QString whole; // all of the key or value, without quotes and comment
    model::Span begunSpan;
    model::Span wholeSpan; // without quotes
    bool hasColon = false; // with where == key: it is a key already
    bool inFlow = false; // in brackets
    QStringList siblings; // the other keys of the same mapping
};

YamlCursor yamlCursor(const QByteArray &text, qsizetype at);

// A reference such as ${NAME} or $NAME around a byte, or begun before it.
struct VariableCursor {
    model::Span name; // may be empty: "${" alone
    qsizetype begunEnd = 0; // the byte that was asked about, in `name`
    bool braces = false;
    bool closed = false; // something goes on behind the name: "}", ":-", ...
    bool exists = false;
};

VariableCursor variableCursor(const QByteArray &text, qsizetype at);

} // namespace mediahelm::control
