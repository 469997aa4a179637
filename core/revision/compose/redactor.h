// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace mediahelm::revision {

// Takes known secret values out of text that is shown or logged. Knows each also as JSON and Go write it within quotes,
// with '$' doubled, percent-encoded and in base64, and, of one of several lines, each of its lines. Values shorter than
// 4 bytes are left: text is full of them, and whoever has such a secret has none. A value type; holds the secrets, and
// wipes what it holds at its end.
class Redactor
{
public:
    static constexpr qsizetype shortest = 4;

    Redactor() = default;
    explicit Redactor(const QByteArrayList &secrets);
    ~Redactor();
    Redactor(const Redactor &) = default;
    Redactor &operator=(const Redactor &) = default;

    // Each occurrence becomes "******".
    QByteArray redacted(const QByteArray &text) const;

private:
    QByteArrayList m_forms; // longest first, so that no part of one is left beside another
};

} // namespace mediahelm::revision
