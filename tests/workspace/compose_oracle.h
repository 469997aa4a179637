// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace mediahelm::tests {

// The real `docker compose config`, which has the last word on what a file means. Needs no engine. Each asks in a
// folder of its own; blocks; for tests alone.
class ComposeOracle
{
public:
    struct Answer {
        bool ok = false;
        QJsonObject model; // of `config --format json`
        QString words; // on the standard error
    };

    // Empty where Compose V2 is installed; else why not.
    static QString unavailable();

    QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    // Environment: PATH, HOME and what is given here. Files are names in the folder. `more`: options of the verb.
    Answer config(const QStringList &files, const QStringList &envFiles = {},
                  const QMap<QString, QString> &environment = {}, const QStringList &more = {}) const;
    // The same of one file of these bytes.
    Answer configOf(const QByteArray &bytes) const;

private:
    QTemporaryDir m_folder;
};

} // namespace mediahelm::tests
