// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps secrets as the program does, and says so: "sealed_writer FOLDER PREFIX COUNT VALUE" writes PREFIX0, PREFIX1 ...
// Killed on purpose by its tests.
#include "core/secrets/sealed_secret_store.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdlib>
#include <unistd.h>

using namespace mediahelm;

namespace {

class Writer final : public QObject
{
public:
    Writer(secrets::SecretStore &store, QString prefix, int count, QByteArray value)
        : m_store(store)
        , m_prefix(std::move(prefix))
        , m_count(count)
        , m_value(std::move(value))
    {
    }

    void next()
    {
        if (m_done == m_count)
            return say("saved", 0);
        m_store.write(m_prefix + QString::number(m_done++), m_value).then(this, [this](const base::Status &status) {
            if (!status)
                return say(status.error().message.toLocal8Bit(), 1);
            next();
        });
    }

private:
    static void say(const QByteArray &word, int exitCode)
    {
        (void)!::write(STDOUT_FILENO, word.constData(), static_cast<std::size_t>(word.size()));
        QCoreApplication::exit(exitCode);
    }

    secrets::SecretStore &m_store;
    const QString m_prefix;
    const int m_count;
    const QByteArray m_value;
    int m_done = 0;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 5)
        return 64;
    QCoreApplication application(argc, argv);
    const base::SystemClock clock;
    secrets::SealedSecretStore store(QFile::decodeName(argv[1]), clock, std::chrono::seconds(30));
    Writer writer(store, QString::fromLocal8Bit(argv[2]), std::atoi(argv[3]), argv[4]);
    QMetaObject::invokeMethod(
        &writer, [&] { writer.next(); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
