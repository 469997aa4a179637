// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/exec_runner.h"

#include "core/engine/calls.h"
#include "core/engine/frame_decoder.h"
#include "core/engine/json_fields.h"
#include "core/engine/stream_reader.h"

#include <QJsonDocument>
#include <QPointer>

#include <algorithm>
#include <optional>
#include <utility>

namespace mediahelm::engine {

using base::ContainerId;
using base::Error;
using base::ErrorKind;
using base::Result;
using model::ApiVersion;
using model::LogLine;

namespace {

// The output ends a moment before the engine knows the exit code.
constexpr std::chrono::milliseconds exitCodePause{50};
constexpr int exitCodeAttempts = 40;

struct TerminalSize {
    int columns = 80;
    int rows = 24;

    friend bool operator==(const TerminalSize &, const TerminalSize &) = default;
};

TerminalSize sane(int columns, int rows)
{
    return {std::clamp(columns, 1, 10000), std::clamp(rows, 1, 10000)};
}

QByteArray createBody(const ExecOptions &options, const ApiVersion &version)
{
    QJsonObject body{
        {QStringLiteral("AttachStdin"), true},
        {QStringLiteral("AttachStdout"), true},
        {QStringLiteral("AttachStderr"), true},
        {QStringLiteral("Tty"), options.tty},
        {QStringLiteral("Cmd"), QJsonArray::fromStringList(options.command)},
    };
    if (!options.user.isEmpty())
        body.insert(QStringLiteral("User"), options.user);
    if (!options.workingDirectory.isEmpty())
        body.insert(QStringLiteral("WorkingDir"), options.workingDirectory);
    if (options.tty && version >= ApiVersion{1, 25})
        body.insert(QStringLiteral("Env"), QJsonArray{QStringLiteral("TERM=xterm-256color")});
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

void setBody(http::OutgoingRequest &request, const QByteArray &json)
{
    request.contentType = QByteArrayLiteral("application/json");
    request.body = json;
}

class ExecRunner final : public ExecSession
{
public:
    ExecRunner(RequestQueue &queue, const ContainerId &container, const ExecOptions &options, const ApiVersion &version,
               std::chrono::milliseconds deadline)
        : m_queue(&queue)
        , m_what(QStringLiteral("run a command in container %1").arg(shortId(container)))
        , m_container(container)
        , m_options(options)
        , m_version(version)
        , m_deadline(deadline)
        , m_size(sane(options.columns, options.rows))
    {
        connect(&queue, &QObject::destroyed, this, &ExecRunner::onQueueGone);
        QMetaObject::invokeMethod(this, &ExecRunner::create, Qt::QueuedConnection);
    }

    void write(const QByteArray &bytes) override
    {
        if (m_closing || m_ended)
            return;
        if (m_running)
            m_exchange->write(bytes);
        else
            m_early += bytes;
    }

    void finishWriting() override
    {
        if (m_running && !m_closing)
            m_exchange->finishWriting();
        m_closing = true;
    }

    void resize(int columns, int rows) override
    {
        m_size = sane(columns, rows);
        if (m_options.tty && m_running)
            sendSize();
    }

private:
    void create();
    void start();
    void onResponded();
    void onReadable();
    void onOutputEnded();
    void readExitCode();
    void onExitCode(const Result<Reply> &reply);
    void sendSize();
    void onQueueGone();
    void fail(const Error &error);

    // Sends a call whose answer is dropped when this is gone.
    void send(const RequestQueue::Call &call, void (ExecRunner::*done)(const Result<Reply> &));
    void onCreated(const Result<Reply> &reply);
    void onResized(const Result<Reply> &reply);

    QPointer<RequestQueue> m_queue;
    QString m_what;
    ContainerId m_container;
    ExecOptions m_options;
    ApiVersion m_version;
    std::chrono::milliseconds m_deadline;
    ContainerId m_exec; // an exec's id is written as a container's
    std::unique_ptr<Exchange> m_exchange;
    FrameDecoder m_frames;
    QByteArray m_refusal;
    QByteArray m_early; // written before the command runs
    TerminalSize m_size;
    TerminalSize m_sentSize;
    bool m_resizing = false;
    bool m_running = false;
    bool m_closing = false; // nothing more is to be written
    bool m_ended = false;
    int m_exitCodeAttempts = 0;
};

void ExecRunner::create()
{
    if (m_ended)
        return;
    if (m_container.isEmpty())
        return fail(noContainerNamed(m_what));
    if (m_options.command.isEmpty())
        return fail(Error{ErrorKind::invalid, QStringLiteral("cannot %1: there is no command").arg(m_what), {}});
    RequestQueue::Call call =
        makeCall(m_what, "POST", ApiPath("/containers/", m_container, "/exec"), m_version, m_deadline);
    call.lane = RequestQueue::Lane::slow;
    setBody(call.request, createBody(m_options, m_version));
    send(call, &ExecRunner::onCreated);
}

void ExecRunner::send(const RequestQueue::Call &call, void (ExecRunner::*done)(const Result<Reply> &))
{
    if (!m_queue)
        return;
    m_queue->send(call, [self = QPointer<ExecRunner>(this), done](const Result<Reply> &reply) {
        if (self && !self->m_ended)
            (self->*done)(reply);
    });
}

void ExecRunner::onCreated(const Result<Reply> &reply)
{
    if (!reply)
        return fail(reply.error());
    const Result<QJsonObject> object = parseObject(reply->body);
    const Result<ContainerId> id =
        object ? ContainerId::parse(textOf(*object, QLatin1String("Id"))) : Result<ContainerId>(object.error());
    if (!id)
        return fail(nameOf(m_what, "POST", ApiPath("/containers/", m_container, "/exec"))
                        .badReply(QStringLiteral("it names no exec")));
    m_exec = *id;
    start();
}

void ExecRunner::start()
{
    const ApiPath path("/exec/", m_exec, "/start");
    http::OutgoingRequest request;
    request.method = "POST";
    request.target = path.target(m_version);
    request.upgrade = true;
    setBody(request,
            QJsonDocument(QJsonObject{{QStringLiteral("Detach"), false}, {QStringLiteral("Tty"), m_options.tty}})
                .toJson(QJsonDocument::Compact));
    Exchange::Options options;
    options.deadline = m_deadline;
    options.covers = Exchange::DeadlineCovers::header;
    m_exchange = std::make_unique<Exchange>(m_queue->openStream(), nameOf(m_what, "POST", path), request, options);
    connect(m_exchange.get(), &Exchange::responded, this, &ExecRunner::onResponded);
    connect(m_exchange.get(), &Exchange::readable, this, &ExecRunner::onReadable);
    connect(m_exchange.get(), &Exchange::finished, this, &ExecRunner::onOutputEnded);
    connect(m_exchange.get(), &Exchange::failed, this, &ExecRunner::fail);
}

void ExecRunner::onResponded()
{
    if (m_exchange->status() != 101 && m_exchange->status() != 200)
        return;
    m_running = true;
    if (m_options.tty)
        sendSize();
    m_exchange->write(std::exchange(m_early, {}));
    if (m_closing)
        m_exchange->finishWriting();
    Q_EMIT started();
}

void ExecRunner::onReadable()
{
    const QByteArray bytes = m_exchange->takeBody();
    if (bytes.isEmpty() || m_ended)
        return;
    if (!m_running) {
        m_refusal += bytes.left(64 * 1024 - m_refusal.size());
        return;
    }
    if (m_options.tty)
        return Q_EMIT output(LogLine::Stream::out, bytes);
    const Result<QList<FrameDecoder::Piece>> pieces = m_frames.feed(bytes);
    if (!pieces)
        return fail(m_exchange->name().badReply(pieces.error().message));
    const QPointer<ExecRunner> guard(this);
    for (const FrameDecoder::Piece &piece : *pieces) {
        Q_EMIT output(piece.stream, piece.bytes);
        if (!guard)
            return;
    }
}

void ExecRunner::onOutputEnded()
{
    if (!m_running)
        return fail(errorOfReply(m_exchange->name(), m_exchange->status(), m_refusal));
    m_closing = true;
    readExitCode();
}

void ExecRunner::readExitCode()
{
    if (m_ended)
        return;
    ++m_exitCodeAttempts;
    send(makeCall(m_what, "GET", ApiPath("/exec/", m_exec, "/json"), m_version, m_deadline), &ExecRunner::onExitCode);
}

void ExecRunner::onExitCode(const Result<Reply> &reply)
{
    if (!reply)
        return fail(reply.error());
    const Result<QJsonObject> object = parseObject(reply->body);
    const CallName name = nameOf(m_what, "GET", ApiPath("/exec/", m_exec, "/json"));
    if (!object)
        return fail(name.badReply(object.error().message));
    const QJsonValue code = object->value(QLatin1String("ExitCode"));
    if (!object->value(QLatin1String("Running")).toBool() && code.isDouble()) {
        m_ended = true;
        Q_EMIT finished(code.toInt());
    } else if (m_exitCodeAttempts < exitCodeAttempts) {
        QTimer::singleShot(exitCodePause, this, &ExecRunner::readExitCode);
    } else {
        // It closed its output and runs on, as a daemon would.
        fail(name.error(ErrorKind::unreachable, QStringLiteral("its output ended, but the command runs on")));
    }
}

// One at a time, the newest size last: dragging a window's corner makes hundreds.
void ExecRunner::sendSize()
{
    if (m_resizing || m_size == m_sentSize)
        return;
    m_resizing = true;
    m_sentSize = m_size;
    ApiPath path("/exec/", m_exec, "/resize");
    path.query("h", m_size.rows).query("w", m_size.columns);
    send(makeCall(m_what, "POST", path, m_version, m_deadline), &ExecRunner::onResized);
}

void ExecRunner::onResized(const Result<Reply> &)
{
    // A command that has ended cannot be resized; that is no failure of it.
    m_resizing = false;
    if (m_running)
        sendSize();
}

// In a turn of its own: the queue goes in the destructor of the client, often in that of whoever listens here.
void ExecRunner::onQueueGone()
{
    const Error error{ErrorKind::cancelled, QStringLiteral("cannot %1: the connection was given up").arg(m_what), {}};
    QMetaObject::invokeMethod(
        this, [this, error] { fail(error); }, Qt::QueuedConnection);
}

void ExecRunner::fail(const Error &error)
{
    if (m_ended)
        return;
    m_ended = true;
    if (m_exchange)
        m_exchange->close();
    Q_EMIT failed(error);
}

} // namespace

std::unique_ptr<ExecSession> runExec(RequestQueue &queue, const ContainerId &container, const ExecOptions &options,
                                     const ApiVersion &version, std::chrono::milliseconds deadline)
{
    return std::make_unique<ExecRunner>(queue, container, options, version, deadline);
}

} // namespace mediahelm::engine
