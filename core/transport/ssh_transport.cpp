// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_transport.h"

#include "core/transport/questioner.h"
#include "core/transport/socket_stream.h"
#include "core/transport/ssh_arguments.h"
#include "core/transport/ssh_askpass_server.h"
#include "core/transport/ssh_failure.h"
#include "core/transport/ssh_remote_script.h"
#include "core/transport/ssh_socket_folder.h"

#include <QFileInfo>
#include <QLoggingCategory>
#include <QStandardPaths>

namespace mediahelm::transport {

using base::Error;
using base::ErrorKind;
using base::Result;
using P = model::ConnectionProblem;

namespace {

Q_LOGGING_CATEGORY(log, "mediahelm.transport.ssh")

constexpr std::chrono::seconds checkDeadline{10};

QString defaultRemoteSocket()
{
    return QStringLiteral("/var/run/docker.sock");
}

// What the user's own answer, or its refusal, makes of the attempt.
P problemOfDeclining(model::Question::Kind kind)
{
    return kind == model::Question::Kind::hostKey ? P::hostKeyUnknown : P::disconnectedByUser;
}

} // namespace

SshTransport::SshTransport(const model::HostProfile &profile, const SshSettings &settings, Questioner &questioner,
                           const base::Clock &clock, std::shared_ptr<SshMemory> memory)
    : m_profile(profile)
    , m_settings(settings)
    , m_questioner(questioner)
    , m_clock(clock)
    , m_memory(std::move(memory))
    , m_liveness(clock, settings.liveness)
{
    m_handshake.setSingleShot(true);
    m_greeting.setSingleShot(true);
    connect(&m_handshake, &QTimer::timeout, this, [this] {
        const QByteArray words = m_process ? m_process->standardError() : QByteArray();
        fail({P::timeout, classifySshFailure(words, !m_askpass).detail});
    });
    connect(&m_greeting, &QTimer::timeout, this, [this] {
        if (m_session && m_session->isGreeted())
            return fail({P::timeout, QStringLiteral("the session on the host does not answer")});
        qCInfo(log) << "no remote session on" << m_profile.id.text() << "in time, the forward stands alone";
        m_withSession = false;
        relaunch();
    });
    connect(&m_liveness, &SshLiveness::pingWanted, this, &SshTransport::ping);
    connect(&m_liveness, &SshLiveness::dead, this, [this] {
        fail({P::timeout, QStringLiteral("the SSH connection does not answer")});
    });
}

SshTransport::~SshTransport()
{
    // Requests that end with the session find nobody who acts on it.
    m_over = true;
    m_session.reset();
    conclude(false);
}

void SshTransport::start()
{
    QMetaObject::invokeMethod(this, &SshTransport::begin, Qt::QueuedConnection);
}

void SshTransport::begin()
{
    if (m_profile.address.kind() != model::EngineAddress::Kind::ssh)
        return fail({P::invalidAddress, m_profile.address.text()});
    const QString path = m_settings.environment.value(QStringLiteral("PATH"));
    m_program = QStandardPaths::findExecutable(QStringLiteral("ssh"), path.split(u':', Qt::SkipEmptyParts));
    if (m_program.isEmpty())
        return fail({P::sshMissing, {}});
    if (const base::Status folder = preparePrivateSocketFolder(m_settings.socketFolder); !folder)
        return fail({P::unreachable, folder.error().message});
    if (!listenForQuestions())
        return;

    m_remoteSocket = !m_profile.remoteSocket.isEmpty() ? m_profile.remoteSocket
        : !m_memory->remoteSocket.isEmpty()            ? m_memory->remoteSocket
                                                       : defaultRemoteSocket();
    m_withSession = !m_memory->withoutSession;
    launch();
}

bool SshTransport::listenForQuestions()
{
    if (!m_questioner.canAnswer())
        return true;
    if (!QFileInfo(m_settings.askpassProgram).isExecutable()) {
        qCWarning(log) << "nothing can be asked:" << m_settings.askpassProgram << "is not there";
        return true;
    }
    m_askpass = std::make_unique<SshAskpassServer>(m_questioner, m_profile.id, m_settings.askpassProgram);
    connect(m_askpass.get(), &SshAskpassServer::askingChanged, this, [this] {
        if (m_askpass->asking())
            m_handshake.stop();
        else if (m_process && !m_process->isForwarding())
            m_handshake.start(m_settings.handshake);
    });
    connect(m_askpass.get(), &SshAskpassServer::declined, this, [this](const model::Question &question) {
        // Queued: the server is in the middle of it.
        QMetaObject::invokeMethod(
            this,
            [this, question] {
                const QString detail = question.fingerprint.isEmpty() ? question.prompt : question.fingerprint;
                fail({problemOfDeclining(question.kind), detail});
            },
            Qt::QueuedConnection);
    });
    const Result<QString> path = newSocketPath(m_settings.socketFolder, m_profile.address.text());
    const base::Status listening = path ? m_askpass->listen(*path) : base::Status(path.error());
    if (!listening)
        fail({P::unreachable, listening.error().message});
    return listening.ok();
}

void SshTransport::launch()
{
    if (m_over)
        return;
    m_session.reset();
    m_process.reset();

    const Result<QString> local = newSocketPath(m_settings.socketFolder, m_profile.address.text());
    if (!local)
        return fail({P::unreachable, local.error().message});
    const Result<QStringList> arguments =
        sshArguments({m_profile.address.sshTarget(), *local, m_remoteSocket, m_withSession, m_askpass != nullptr,
                      m_settings.extraArguments});
    if (!arguments)
        return fail({P::invalidAddress, arguments.error().message});

    m_process = std::make_unique<SshProcess>(*local);
    watchProcess();
    m_handshake.start(m_settings.handshake);
    m_process->start(m_program, *arguments,
                     sshEnvironment(m_settings.environment, m_askpass ? &m_askpass->handle() : nullptr));
    if (!m_session)
        return;
    // Written ahead: it lies there when the session begins, and saves a round trip.
    // The attempt's own timers end it, people's time to answer not counted.
    m_session->request("check", m_remoteSocket, std::chrono::hours(24))
        .then(this, [this](const Result<QByteArray> &reply) { onChecked(reply); });
}

void SshTransport::relaunch()
{
    m_handshake.stop();
    m_greeting.stop();
    if (m_askpass)
        m_askpass->repeatAnswers();
    QMetaObject::invokeMethod(this, &SshTransport::launch, Qt::QueuedConnection);
}

void SshTransport::watchProcess()
{
    SshProcess *process = m_process.get();
    connect(process, &SshProcess::forwarding, this, &SshTransport::onForwarding);
    connect(process, &SshProcess::complained, this, &SshTransport::onComplaint);
    connect(process, &SshProcess::ended, this, &SshTransport::onEnded);
    connect(process, &SshProcess::failedToStart, this, [this](const QString &reason) {
        fail({P::sshMissing, reason});
    });
    if (!m_withSession)
        return;
    m_session = std::make_unique<SshRemoteSession>([process](const QByteArray &bytes) { process->write(bytes); });
    connect(process, &SshProcess::output, m_session.get(), &SshRemoteSession::feed);
    connect(m_session.get(), &SshRemoteSession::heard, &m_liveness, &SshLiveness::heard);
}

void SshTransport::onForwarding()
{
    m_handshake.stop();
    if (!QFileInfo::exists(m_process->localSocket()))
        return fail(classifySshFailure(m_process->standardError(), !m_askpass));
    if (m_withSession)
        m_greeting.start(m_settings.greeting);
    else
        becomeReady();
}

void SshTransport::onComplaint(const QByteArray &bytes)
{
    if (bytes.contains("open failed:"))
        m_lastOpenFailure = m_clock.monotonic();
    if (m_process->isForwarding() || !tellsOfChangedHostKey(m_process->standardError()))
        return;
    // Where the user's configuration makes it a mere warning, ssh would go on.
    if (m_process->standardError().contains("\nOffending "))
        fail(classifySshFailure(m_process->standardError(), !m_askpass));
}

void SshTransport::onEnded()
{
    const QByteArray words = m_process->standardError();
    if (m_ready) {
        TransportFailure failure = classifySshFailure(words, !m_askpass);
        if (failure.problem != P::timeout)
            failure.problem = P::unreachable;
        return fail(failure);
    }
    const bool sessionRefused = m_process->isForwarding() && m_session && !m_session->isGreeted();
    if (!sessionRefused)
        return fail(classifySshFailure(words, !m_askpass));
    qCInfo(log) << m_profile.id.text() << "runs no command for us, the forward stands alone";
    m_memory->withoutSession = true;
    m_withSession = false;
    relaunch();
}

void SshTransport::onChecked(const Result<QByteArray> &reply)
{
    if (m_over || (!reply && reply.error().kind != ErrorKind::invalid))
        return; // what ended the session says so itself
    m_greeting.stop();
    const RemoteFacts facts = reply ? parseRemoteFacts(*reply) : RemoteFacts{};
    if (facts.sockets.isEmpty() || facts.sockets.first().usable())
        return becomeReady();
    m_session->request("diagnose", m_remoteSocket, checkDeadline).then(this, [this](const Result<QByteArray> &found) {
        if (m_over)
            return;
        if (found)
            lookElsewhere(parseRemoteFacts(*found));
        else
            fail({P::timeout, found.error().message});
    });
}

// The socket cannot be used. Where the user named it that is all; else the engine may be at another one.
void SshTransport::lookElsewhere(const RemoteFacts &facts)
{
    m_memory->remoteSocket.clear();
    const bool mayBeElsewhere = m_profile.remoteSocket.isEmpty() && !m_switched;
    const QString other = mayBeElsewhere ? otherUsableSocket(facts, m_remoteSocket) : QString();
    if (other.isEmpty())
        return fail(judgeRemoteSocket(facts, m_remoteSocket, false));
    qCInfo(log) << m_profile.id.text() << "has its engine at" << other;
    m_memory->remoteSocket = other;
    m_remoteSocket = other;
    m_switched = true;
    relaunch();
}

void SshTransport::becomeReady()
{
    m_ready = true;
    m_process->forgetStandardError();
    if (m_session)
        m_liveness.start();
    if (m_askpass)
        m_askpass->forgetAnswers();
    conclude(true);
    Q_EMIT ready();
}

void SshTransport::fail(const TransportFailure &failure)
{
    if (std::exchange(m_over, true))
        return;
    m_handshake.stop();
    m_greeting.stop();
    m_liveness.stop();
    m_counters.clear();
    conclude(false);
    m_session.reset();
    m_process.reset();
    m_askpass.reset();
    Q_EMIT failed(failure);
}

void SshTransport::conclude(bool connected)
{
    if (!std::exchange(m_concluded, true))
        m_questioner.concluded(m_profile.id, connected);
}

void SshTransport::ping()
{
    m_session->request("ping", {}, checkDeadline).then(this, [](const Result<QByteArray> &) {});
}

std::unique_ptr<ByteStream> SshTransport::openStream()
{
    return connectLocalSocket(m_process ? m_process->localSocket() : QString());
}

QFuture<Result<QByteArray>> SshTransport::readHostCounters()
{
    if (!m_ready || m_over || !m_session)
        return base::finishedWith<QByteArray>(
            Error{ErrorKind::unsupported, QStringLiteral("the host runs no command for us"), {}});
    m_counters.emplace_back();
    const QFuture<Result<QByteArray>> future = m_counters.back().future();
    if (m_counters.size() == 1)
        m_session->request("counters", {}, checkDeadline).then(this, [this](const Result<QByteArray> &reply) {
            onCounters(reply);
        });
    return future;
}

void SshTransport::onCounters(const Result<QByteArray> &reply)
{
    if (m_over)
        return;
    Result<QByteArray> result = reply;
    if (reply) {
        if (const std::optional<QByteArray> labelled = labelHostCounters(*reply))
            result = *labelled;
        else
            result = Error{ErrorKind::unsupported, QStringLiteral("the host has no /proc as Linux has"), {}};
    }
    for (std::vector<base::Pending<QByteArray>> waiting = std::exchange(m_counters, {}); auto &one : waiting)
        one.finish(result);
}

} // namespace mediahelm::transport
