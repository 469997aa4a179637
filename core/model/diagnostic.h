// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text_patch.h"
#include "core/model/text_place.h"

#include <QList>
#include <QString>

#include <optional>

namespace mediahelm::model {

enum class Severity {
    error, // Compose or the engine would refuse it, or something is lost
    warning, // works, and is likely not what is meant
    hint,
};

QString severityName(Severity severity); // "error", "warning", "hint"

// What mends a finding by itself, without touching another byte.
struct DiagnosticFix {
    QString title; // what it does, in the imperative: "Put the port in quotes"
    QList<TextPatch> patches; // of the file of the diagnostic
};

// A finding in a file of a workspace. A plain value; the words are English, hold no values that may be secret, and say
// what is wrong and how to mend it.
struct Diagnostic {
    Severity severity = Severity::error;
    QString code; // stable, "yaml-duplicate-key"; the name of its help page
    QString file; // relative to the workspace; empty for the workspace as a whole
    Place place; // line 0 where it belongs to no line
    QString pointer; // of the node at fault; empty in files that are not YAML
    QString message;
    std::optional<DiagnosticFix> fix;
};

// By file, then place, then severity.
bool operator<(const Diagnostic &a, const Diagnostic &b);

} // namespace mediahelm::model
