// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/request_writer.h"
#include "core/http/response_parser.h"
#include "core/transport/byte_stream.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace mediahelm::engine {

// Names a call in messages.
struct CallName {
    QString what; // completes "cannot ...": "stop container 0123456789ab"
    QString endpoint; // "POST /containers/0123456789ab.../stop"

    base::Error error(base::ErrorKind kind, const QString &why, const QString &detail = {}) const;
    // Of a reply that breaks its format: names the endpoint.
    base::Error badReply(const QString &why) const;
};

// One request and its response on a connection of their own. Owned by the call or stream that it serves; its thread.
// Exactly one of finished() and failed() ends it. The receiver of any signal may destroy it.
class Exchange final : public QObject
{
    Q_OBJECT

public:
    enum class DeadlineCovers { wholeReply, header }; // of a refusal (400 and up) the whole in any case
    struct Options {
        std::chrono::milliseconds deadline{15000};
        DeadlineCovers covers = DeadlineCovers::wholeReply;
        qint64 bodyLimit = -1;
    };

    // `stream` may be null, where there is no connection: then it fails in the next turn of the event loop.
    Exchange(std::unique_ptr<transport::ByteStream> stream, const CallName &name, const http::OutgoingRequest &request,
             const Options &options);
    // One that is refused before anything is sent: fails with `failure` in the next turn of the event loop.
    Exchange(const CallName &name, const base::Error &failure);

    int status() const { return m_parser.status(); }
    QByteArray header(QByteArrayView name) const { return m_parser.header(name); }
    bool upgraded() const { return m_upgraded; }
    const CallName &name() const { return m_name; }

    // The body, or what came after an upgrade, that was not taken yet.
    QByteArray takeBody();
    void setPaused(bool paused); // while paused nothing is read and nothing is emitted
    void close(); // ends the connection; nothing more is emitted
    // After an upgrade.
    void write(const QByteArray &bytes);
    void finishWriting();

Q_SIGNALS:
    void responded(); // status() and header() stand
    void readable(); // takeBody() has something
    void finished();
    void failed(const mediahelm::base::Error &error);

private:
    void pull();
    void conclude();
    void fail(const base::Error &error);
    void failSoon(const base::Error &error);

    std::unique_ptr<transport::ByteStream> m_stream;
    CallName m_name;
    http::ResponseParser m_parser;
    QTimer m_deadline;
    QByteArray m_raw; // after an upgrade
    bool m_deadlineEndsWithHeader = false;
    bool m_paused = false;
    bool m_responded = false;
    bool m_upgraded = false;
    bool m_inputEnded = false;
    bool m_ended = false;
};

} // namespace mediahelm::engine
