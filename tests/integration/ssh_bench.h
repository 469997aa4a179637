// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/transport/ssh_transport.h"
#include "integration/sshd_fixture.h"
#include "transport/scripted_questioner.h"

#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// Starts the sshd of a test, or skips the test where none can be run.
#define START_SSHD(sshd)                                                                                               \
    do {                                                                                                               \
        if (const QString why = mediahelm::tests::SshdFixture::whyNot(); !why.isEmpty())                               \
            QSKIP(qPrintable(why));                                                                                    \
        QVERIFY2((sshd).start(), qPrintable((sshd).log()));                                                            \
    } while (false)

// The same, with its host key known.
#define START_TRUSTED_SSHD(sshd)                                                                                       \
    do {                                                                                                               \
        START_SSHD(sshd);                                                                                              \
        (sshd).trust();                                                                                                \
    } while (false)

namespace mediahelm::tests {

// What a transport test stands on: transports through an sshd of its own, and what they left behind.
class SshBench
{
public:
    explicit SshBench(const SshdFixture &sshd);

    std::unique_ptr<transport::SshTransport> make(transport::Questioner &questioner,
                                                  const QString &user = QStringLiteral("root"),
                                                  const QString &remoteSocket = {});
    std::unique_ptr<transport::SshTransport> make(transport::Questioner &questioner, const base::SshTarget &target,
                                                  const QString &remoteSocket = {});

    QStringList socketsLeft() const;
    QStringList sshLeft() const; // ssh processes whose command line names our configuration
    static QStringList processesNaming(const QString &word); // ssh processes whose command line has it

    transport::SshSettings settings;
    std::shared_ptr<transport::SshMemory> memory = std::make_shared<transport::SshMemory>();

private:
    const SshdFixture &m_sshd;
    QTemporaryDir m_folder;
    base::SystemClock m_clock;
};

// What became of one transport.
struct Outcome {
    explicit Outcome(transport::Transport &transport)
        : ready(&transport, &transport::Transport::ready)
        , failed(&transport, &transport::Transport::failed)
    {
    }
    bool over() const { return !ready.isEmpty() || !failed.isEmpty(); }
    QString problem() const { return failed.isEmpty() ? QString() : model::problemName(failure().problem); }
    transport::TransportFailure failure() const
    {
        return failed.value(0).value(0).value<transport::TransportFailure>();
    }
    QSignalSpy ready;
    QSignalSpy failed;
};

// The reply to a request sent over a stream, read until it has `until` or ends.
QByteArray fetch(transport::Transport &transport, const QByteArray &request, const QByteArray &until);

// Answers every request with one small reply; an engine as far as a transport is concerned.
class TinyEngine : public QLocalServer
{
public:
    explicit TinyEngine(const QString &path);
    int connections = 0;
};

inline constexpr char pingRequest[] = "GET /_ping HTTP/1.1\r\nHost: d\r\n\r\n";

} // namespace mediahelm::tests
