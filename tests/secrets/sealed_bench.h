// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/sealed_secret_store.h"

#include "secrets/waiting.h"
#include "tests/fakes/manual_clock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace mediahelm::tests {

inline const QString key = QStringLiteral("workspace/media/API_KEY");

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

inline void put(const QString &path, const QByteArray &content, unsigned mode = 0600)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
    file.close();
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
}

inline unsigned modeOf(const QString &path)
{
    struct stat status {
    };
    ::stat(QFile::encodeName(path).constData(), &status);
    return status.st_mode & 07777;
}

// A state folder of its own for each test, and what is asked of a store in it. Each call makes the store anew, as each
// run of the program does.
class SealedBench
{
protected:
    QTemporaryDir m_root;
    QString m_folder;
    fakes::ManualClock m_clock;

    QString keyFile() const { return m_folder + QStringLiteral("/secrets.key"); }
    QString sealedFile() const { return m_folder + QStringLiteral("/secrets.sealed"); }
    QByteArray readValue(const QString &name)
    {
        const auto value = wait(secrets::SealedSecretStore(m_folder, m_clock).read(name));
        return value ? value->value_or("(nothing)") : "(error) " + wordsOf(value).toUtf8();
    }
    base::Status keep(const QString &name, const QByteArray &value)
    {
        return wait(secrets::SealedSecretStore(m_folder, m_clock, std::chrono::seconds(5)).write(name, value));
    }
    QStringList files() const
    {
        return QDir(m_folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    void beginAnew()
    {
        qunsetenv("CREDENTIALS_DIRECTORY");
        m_folder = m_root.filePath(QStringLiteral("state/secrets"));
        QDir(m_root.path()).removeRecursively();
        QVERIFY(QDir().mkpath(m_root.path()));
    }
};

} // namespace mediahelm::tests
