// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayMatcher>
#include <QList>

#include <optional>

namespace mediahelm::revision {

// Finds given secret values in files: as they are, and as YAML, JSON, Compose ('$$') and URLs write them; a value of
// several lines by each of its longer lines. A value of less than 8 bytes counts only where it stands by itself, and
// one of less than 4 never: it would be found everywhere. Never shows a value. Owned by who saves; any one thread.
class SecretScan
{
public:
    explicit SecretScan(const QList<QByteArray> &secrets);

    // The first line, from 1, that holds one.
    std::optional<int> firstLine(const QByteArray &bytes) const;
    bool found(const QByteArray &bytes) const { return firstLine(bytes).has_value(); }

private:
    struct Pattern {
        QByteArrayMatcher matcher;
        bool alone = false; // neither letter, digit nor '_' on either side
    };

    void add(const QByteArray &value);

    QList<Pattern> m_patterns;
};

} // namespace mediahelm::revision
