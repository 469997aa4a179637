// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/fake_faults.h"
#include "tests/fakes/fake_request.h"
#include "tests/fakes/fake_socket.h"

#include <QJsonDocument>
#include <QObject>

#include <memory>

namespace mediahelm::fakes {

// One connection to the fake engine: requests in, one after the other, and replies out, bent by a fault where one is
// set. Owned by the FakeEngine; one thread.
class FakeConnection final : public QObject
{
    Q_OBJECT

public:
    // What kind of long reply is under way, for counting.
    enum class Stream { none, events, logs, stats, exec };

    FakeConnection(int fd, QByteArray serverHeaders, QObject *parent);

    // Exactly one of these per requested().
    void reply(int status, const QByteArray &body, const QByteArray &contentType = "application/json");
    void replyJson(const QJsonDocument &document, int status = 200)
    {
        reply(status, document.toJson(QJsonDocument::Compact) + '\n');
    }
    void fail(int status, const QString &message);
    void beginStream(Stream kind, const QString &subject, const QByteArray &contentType);
    void beginRaw(const QString &subject, bool upgrade); // exec: bytes in both directions from here on

    void writeStream(const QByteArray &bytes); // one chunk, or raw bytes
    void endStream();
    // Lives as long as the stream: the context of what feeds it.
    QObject *streamScope() const { return m_scope.get(); }
    qint64 bytesToWrite() const { return m_socket.bytesToWrite(); }

    Stream stream() const { return m_stream; }
    const QString &subject() const { return m_subject; }
    bool busy() const { return m_awaiting || m_stream != Stream::none; }

    void setFault(const FakeFault &fault) { m_fault = fault; } // for the reply that comes next
    void setPieceSize(int bytes) { m_socket.setPieceSize(bytes); }
    void setFrozen(bool frozen) { m_socket.setFrozen(frozen); }
    void drop() { m_socket.closeNow(); }

Q_SIGNALS:
    void requested(const mediahelm::fakes::FakeRequest &request);
    void rawReceived(const QByteArray &bytes); // after beginRaw()
    void rawFinished();
    void closed();

private:
    void readOn();
    void finishReply();
    QByteArray head(int status, const QByteArray &contentType) const;
    bool bend(int &status, QByteArray &body); // false: nothing is to be sent

    std::unique_ptr<QObject> m_scope;
    FakeSocket m_socket;
    QByteArray m_serverHeaders;
    FakeRequestReader m_reader;
    std::optional<FakeFault> m_fault;
    Stream m_stream = Stream::none;
    QString m_subject;
    bool m_awaiting = false; // a request is being answered
    bool m_headOnly = false;
    bool m_chunked = false;
};

} // namespace mediahelm::fakes
