// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace mediahelm::workspace {

// Compose's interpolation (compose-spec, "Interpolation"): $NAME, ${NAME}, ${NAME:-default}, ${NAME-default},
// ${NAME:?message}, ${NAME?message}, ${NAME:+other}, ${NAME+other}, nested, and $$ for a dollar; a dollar before
// anything else stands for itself. As the reference implementation does it: what follows an operator is expanded even
// where it is not used, and a reference with an operator ends on its own line.

// A reference to a variable in a text.
struct VariableUse {
    QString name;
    qsizetype offset = 0; // of the '$', in the text that was asked about (UTF-16 units)
    QString op; // "", ":-", "-", ":?", "?", ":+" or "+"
    bool set = false; // whether the variable had a value
    // Whether the reference comes out blank for want of a value, which Compose warns about.
    bool missing() const { return !set && op.isEmpty(); }

    friend bool operator==(const VariableUse &, const VariableUse &) = default;
};

enum class TemplateFault {
    syntax, // "${" that does not go on as it must
    required, // ${NAME:?message} of a variable without a value
    tooLarge, // nested deeper, or expanding to more, than any configuration does
};

struct TemplateProblem {
    TemplateFault fault = TemplateFault::syntax;
    qsizetype offset = 0; // of the '$'
    QString name; // of the variable that is required
    QString message; // that the file gives for it
};

struct Expansion {
    QString text;
    QList<VariableUse> uses; // in order, nested ones included
    std::optional<TemplateProblem> problem; // the first one; the text is then of no use

    bool ok() const { return !problem; }
};

// The value of a variable, or nothing where it is not set; an empty text is a value.
using VariableLookup = std::function<std::optional<QString>(const QString &name)>;

Expansion expandVariables(const QString &text, const VariableLookup &lookup);

// What reads as the text itself: each '$' doubled.
QString escapedTemplate(const QString &text);

} // namespace mediahelm::workspace
