// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"

#include <QList>
#include <QSet>

#include <algorithm>

namespace mediahelm::workspace {

// Collects findings; of a place or node that an error was told of already nothing more is said.
class FindingList
{
public:
    void append(const QList<model::Diagnostic> &more)
    {
        m_found += more;
        for (const model::Diagnostic &one : more) {
            if (one.severity != model::Severity::error)
                continue;
            m_places.insert(placeOf(one));
            if (!one.pointer.isEmpty())
                m_places.insert(nodeOf(one));
        }
    }

    void appendUnsaid(const QList<model::Diagnostic> &more)
    {
        QList<model::Diagnostic> unsaid;
        std::copy_if(more.begin(), more.end(), std::back_inserter(unsaid), [this](const model::Diagnostic &one) {
            return !m_places.contains(placeOf(one)) && (one.pointer.isEmpty() || !m_places.contains(nodeOf(one)));
        });
        append(unsaid);
    }

    // Of a file that may have been told of already, since several things refer to it.
    void appendNew(const QList<model::Diagnostic> &more)
    {
        for (; m_keyed < m_found.size(); ++m_keyed)
            m_told.insert(keyOf(m_found.at(m_keyed)));
        QList<model::Diagnostic> fresh;
        std::copy_if(more.begin(), more.end(), std::back_inserter(fresh),
                     [this](const model::Diagnostic &one) { return !m_told.contains(keyOf(one)); });
        append(fresh);
    }

    QList<model::Diagnostic> sorted()
    {
        std::stable_sort(m_found.begin(), m_found.end());
        return std::move(m_found);
    }

private:
    static QString placeOf(const model::Diagnostic &one)
    {
        return QStringLiteral("%1:%2:%3").arg(one.file).arg(one.place.line).arg(one.place.column);
    }
    static QString keyOf(const model::Diagnostic &one) { return placeOf(one) + one.code + one.message; }
    static QString nodeOf(const model::Diagnostic &one) { return one.file + u'\n' + one.pointer; }

    QList<model::Diagnostic> m_found;
    QSet<QString> m_places;
    QSet<QString> m_told;
    qsizetype m_keyed = 0; // so many of m_found are in m_told
};

} // namespace mediahelm::workspace
