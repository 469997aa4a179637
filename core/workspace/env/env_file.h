// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/yaml/text_index.h"

#include <QList>
#include <QString>

#include <optional>

namespace mediahelm::workspace {

enum class EnvQuote { none, single, doubled };

// One assignment of a .env file.
struct EnvAssignment {
    QString name;
    // What is to be expanded: quotes gone, and in double quotes the escapes of the shell too. With single quotes it is
    // the value.
    QString text;
    EnvQuote quote = EnvQuote::none;
    bool inherits = false; // a name alone: keeps the value that it has already
    model::Span nameSpan;
    model::Span valueSpan; // with its quotes; of an inheriting one empty
    model::Place place; // of the name

    friend bool operator==(const EnvAssignment &, const EnvAssignment &) = default;
};

struct EnvProblem {
    qsizetype offset = 0;
    model::Place place;
    QString what;
    QString mend;
};

// A .env file in Compose's own syntax: NAME=value, NAME: value, export, comments, values in single and double quotes
// over several lines. Nothing is expanded yet. A plain value.
struct EnvFile {
    TextIndex lines;
    QList<EnvAssignment> assignments; // in order; a later one of the same name wins
    std::optional<EnvProblem> problem; // Compose reads nothing then; what stands before it is here all the same

    bool ok() const { return !problem; }
    const EnvAssignment *find(const QString &name) const; // the last one
};

EnvFile readEnvFile(const QByteArray &bytes);

} // namespace mediahelm::workspace
