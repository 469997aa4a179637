// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/host_profile.h"
#include "core/transport/ssh_liveness.h"
#include "core/transport/ssh_process.h"
#include "core/transport/ssh_remote_session.h"
#include "core/transport/transport.h"

#include <QProcessEnvironment>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <vector>

namespace mediahelm::transport {

class Questioner;
class SshAskpassServer;
struct RemoteFacts;

// What is the same for every host. A plain value.
struct SshSettings {
    QString askpassProgram; // mediahelm-askpass; where it is missing nothing is asked
    QString socketFolder; // made private; a short path
    QProcessEnvironment environment; // of ssh, which is looked for in its PATH
    QStringList extraArguments; // before all others, for example {"-F", file}
    std::chrono::milliseconds handshake{30'000}; // from start to the ready marker, while nobody is asked
    std::chrono::milliseconds greeting{10'000}; // from there to the remote session's first words
    SshLiveness::Timings liveness;
};

// What one attempt teaches the next one to the same host.
struct SshMemory {
    QString remoteSocket; // where the engine was found; empty: not known
    bool withoutSession = false; // the host runs no command for us
};

// The way to an engine through OpenSSH: one ssh process forwards a local socket to the engine's, and runs the remote
// session (ssh_remote_script.h) beside it, which finds the socket before ready(), shows that the peer lives, and reads
// the counters. Where the host runs no command for us, the forward stands alone. ssh is started anew within the attempt
// at most twice: without a session, and to another socket than first thought.
class SshTransport final : public Transport
{
    Q_OBJECT

public:
    SshTransport(const model::HostProfile &profile, const SshSettings &settings, Questioner &questioner,
                 const base::Clock &clock, std::shared_ptr<SshMemory> memory);
    ~SshTransport() override;

    void start() override;
    std::unique_ptr<ByteStream> openStream() override;
    QFuture<base::Result<TransportFailure>> diagnose() override;
    QFuture<base::Result<QByteArray>> readHostCounters() override;

private:
    void begin();
    bool listenForQuestions();
    void launch();
    void relaunch();
    void watchProcess();
    void onForwarding();
    void onComplaint(const QByteArray &bytes);
    void onEnded();
    void onChecked(const base::Result<QByteArray> &reply);
    void lookElsewhere(const RemoteFacts &facts);
    void becomeReady();
    void fail(const TransportFailure &failure);
    void conclude(bool connected);
    void ping();
    void judge(const base::Result<QByteArray> &reply, base::Pending<TransportFailure> verdict);
    void confirmRefusal(const TransportFailure &suspicion, base::Pending<TransportFailure> verdict);
    void onCounters(const base::Result<QByteArray> &reply);
    bool openFailedSince(std::chrono::milliseconds moment) const { return m_lastOpenFailure >= moment; }

    model::HostProfile m_profile;
    SshSettings m_settings;
    Questioner &m_questioner;
    const base::Clock &m_clock;
    std::shared_ptr<SshMemory> m_memory;

    QString m_program;
    QString m_remoteSocket;
    bool m_withSession = true;
    bool m_switched = false; // to another socket
    bool m_ready = false;
    bool m_over = false; // failed, or being destroyed
    bool m_concluded = false;
    std::chrono::milliseconds m_lastOpenFailure{-1}; // monotonic; the host could not open the socket for a stream

    std::unique_ptr<SshAskpassServer> m_askpass; // only where somebody can be asked
    std::unique_ptr<SshProcess> m_process;
    std::unique_ptr<SshRemoteSession> m_session;
    SshLiveness m_liveness;
    QTimer m_handshake;
    QTimer m_greeting;
    std::vector<base::Pending<QByteArray>> m_counters; // who waits for the request under way
};

} // namespace mediahelm::transport
