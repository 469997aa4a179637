// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace mediahelm::settings {

// Where the values of a JSON text stand, which QJsonDocument does not keep. A plain value.
class JsonPositions
{
public:
    // Of a text that QJsonDocument has read without an error; of anything else what was found up to the fault.
    static JsonPositions of(const QByteArray &text);

    // Byte of a value, by JSON pointer ("/server/port"; RFC 6901 without escapes: our keys have no ~ and no /), or of
    // the nearest enclosing value that is known.
    qsizetype offset(const QString &pointer) const;
    // The first key that stands twice in its object, as a pointer; empty where there is none.
    const QString &duplicate() const { return m_duplicate; }

    // "line:column" of a byte, both from 1; columns count characters.
    static QString lineAndColumn(const QByteArray &text, qsizetype offset);

private:
    friend class JsonScanner;
    QHash<QString, qsizetype> m_offsets;
    QString m_duplicate;
};

} // namespace mediahelm::settings
