// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringView>

#include <optional>

namespace mediahelm::ui {

// A sentence with places in it, and what stands at them in one that was made of it. A value type.
class Phrase
{
public:
    using Arguments = QMap<int, QString>; // by their numbers; none is empty

    // `source` is static: "%1 is larger than %2 bytes".
    explicit Phrase(const char *source);

    const char *source() const { return m_source; }
    qsizetype weight() const { return m_weight; } // characters beside the places: how much a match says
    // Nothing: the text was not made of this phrase. Of several ways to part it the one with the shortest first
    // argument.
    std::optional<Arguments> match(QStringView text) const;

private:
    struct Search;
    bool matchFrom(Search &search, qsizetype part, qsizetype at) const;

    const char *m_source;
    QList<QString> m_literals; // one more than places
    QList<int> m_places;
    qsizetype m_weight = 0;
};

// A text with arguments in its places; those that are not given stay.
QString filledIn(const QString &text, const Phrase::Arguments &arguments);

} // namespace mediahelm::ui
