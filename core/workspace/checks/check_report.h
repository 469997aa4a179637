// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"
#include "core/workspace/checks/check_fixes.h"

#include <QList>
#include <QSet>

namespace mediahelm::workspace {

// Collects findings of the checks: each of one code and place once, however many services share the place by aliases
// or merges, and at most 500. Lives for one run.
class CheckReport
{
public:
    static constexpr qsizetype most = 500;

    void add(model::Severity severity, const QString &code, const ModelSource &source, const QString &message,
             const std::optional<model::DiagnosticFix> &fix = std::nullopt);
    // Whether a finding of this code and place would be new, so that a fix for it is worth making.
    bool isNew(const QString &code, const ModelSource &source) const;

    CheckFixes &fixes() { return m_fixes; }

    QList<model::Diagnostic> take() { return std::move(m_found); }

private:
    struct Place {
        QString code;
        QString file;
        int line;
        int column;

        friend bool operator==(const Place &, const Place &) = default;
        friend size_t qHash(const Place &place, size_t seed)
        {
            return qHashMulti(seed, place.code, place.file, place.line, place.column);
        }
    };
    static Place placeOf(const QString &code, const ModelSource &source);

    CheckFixes m_fixes;
    QList<model::Diagnostic> m_found;
    QSet<Place> m_said;
};

} // namespace mediahelm::workspace
