// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QString>

#include <vector>

namespace mediahelm::secrets {

// Puts "[secret NAME]" where a text has the value of a secret: as it is, in Base64 (also within something longer, also
// for URLs), percent-encoded, escaped as in JSON (also as Go does it), with '$' doubled as Compose has it, and each
// longer line of a value of several. For whatever is logged or
// shown and comes from a process that had the values in its environment. A value shorter than 4 characters stays: too
// much else looks like it. Give it whole lines: a value that is cut in two is not found. Wiped at its end; does not
// copy; may be used from any thread once made.
class SecretRedactor
{
public:
    static constexpr qsizetype shortest = 4;

    explicit SecretRedactor(const QMap<QString, QByteArray> &values); // by name
    SecretRedactor(const SecretRedactor &) = delete;
    SecretRedactor &operator=(const SecretRedactor &) = delete;
    ~SecretRedactor();

    QString redacted(const QString &text) const;

private:
    struct Pattern {
        QString text;
        QString name;
    };
    struct Hit {
        qsizetype begin;
        qsizetype end;
        const QString *name;
    };

    void add(const QString &text, const QString &name);
    void addText(const QString &text, const QString &name);
    void addForms(const QByteArray &value, const QString &name);
    void addBase64(const QByteArray &value, const QString &name);
    std::vector<Hit> hits(const QString &text) const;

    std::vector<Pattern> m_patterns; // longest first
    QHash<QChar, std::vector<std::size_t>> m_beginning; // which patterns begin so
};

} // namespace mediahelm::secrets
