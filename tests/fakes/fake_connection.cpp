// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fake_connection.h"

#include <QDateTime>
#include <QJsonObject>
#include <QLocale>

namespace mediahelm::fakes {

namespace {

QByteArray reason(int status)
{
    switch (status) {
    case 101: return "UPGRADED";
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 409: return "Conflict";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return "Something Else";
    }
}

} // namespace

FakeConnection::FakeConnection(int fd, QByteArray serverHeaders, QObject *parent)
    : QObject(parent)
    , m_socket(fd)
    , m_serverHeaders(std::move(serverHeaders))
{
    connect(&m_socket, &FakeSocket::received, this, [this](const QByteArray &bytes) {
        if (m_stream == Stream::exec) {
            Q_EMIT rawReceived(bytes);
            return;
        }
        m_reader.feed(bytes);
        readOn();
    });
    connect(&m_socket, &FakeSocket::peerFinished, this, [this] {
        if (m_stream == Stream::exec)
            Q_EMIT rawFinished();
        else
            m_socket.closeNow(); // as Go's server: the client is gone, and so is what it asked for
    });
    connect(&m_socket, &FakeSocket::closed, this, [this] {
        m_stream = Stream::none;
        if (m_scope)
            m_scope.release()->deleteLater();
        Q_EMIT closed();
    });
}

void FakeConnection::readOn()
{
    if (m_awaiting || m_stream != Stream::none || !m_socket.isOpen())
        return;
    const std::optional<FakeRequest> request = m_reader.next();
    if (request) {
        m_awaiting = true;
        m_headOnly = request->method == "HEAD";
        m_fault.reset();
        Q_EMIT requested(*request);
    } else if (!m_reader.broken().isEmpty()) {
        m_socket.write(
            "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n"
            "400 Bad Request: "
            + m_reader.broken().toUtf8());
        m_socket.closeWhenWritten();
    }
}

QByteArray FakeConnection::head(int status, const QByteArray &contentType) const
{
    const QString date =
        QLocale::c().toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"));
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status) + "\r\n" + m_serverHeaders
        + "Date: " + date.toLatin1() + " GMT\r\n";
    if (!contentType.isEmpty())
        text += "Content-Type: " + contentType + "\r\n";
    return text;
}

bool FakeConnection::bend(int &status, QByteArray &body)
{
    if (!m_fault)
        return true;
    switch (m_fault->kind) {
    case FakeFault::Kind::hang: return false;
    case FakeFault::Kind::reset: m_socket.closeNow(); return false;
    case FakeFault::Kind::answer:
        status = m_fault->status;
        body = m_fault->body;
        return true;
    case FakeFault::Kind::badJson:
        status = 200;
        body = "{\"Id\":\"\xff\xfe, [}\n";
        return true;
    case FakeFault::Kind::chop: m_socket.setPieceSize(m_fault->bytes); return true;
    case FakeFault::Kind::delay:
    case FakeFault::Kind::cut: return true;
    }
    return true;
}

void FakeConnection::reply(int status, const QByteArray &body, const QByteArray &contentType)
{
    QByteArray sent = body;
    if (!bend(status, sent))
        return;
    const bool bodiless = status == 204 || status == 304;
    QByteArray message = head(status, bodiless ? QByteArray() : contentType);
    if (!bodiless)
        message += "Content-Length: " + QByteArray::number(sent.size()) + "\r\n";
    message += "\r\n";
    const bool cut = m_fault && m_fault->kind == FakeFault::Kind::cut;
    if (!bodiless && !m_headOnly)
        message += cut ? sent.left(m_fault->bytes) : sent;
    m_socket.write(message);
    if (cut)
        m_socket.closeWhenWritten();
    else
        finishReply();
}

void FakeConnection::fail(int status, const QString &message)
{
    replyJson(QJsonDocument(QJsonObject{{QStringLiteral("message"), message}}), status);
}

void FakeConnection::finishReply()
{
    m_awaiting = false;
    // The next request, which may be here already, is read in a turn of its own.
    QMetaObject::invokeMethod(this, &FakeConnection::readOn, Qt::QueuedConnection);
}

void FakeConnection::beginStream(Stream kind, const QString &subject, const QByteArray &contentType)
{
    int status = 200;
    QByteArray body;
    if (m_fault && (m_fault->kind == FakeFault::Kind::answer || m_fault->kind == FakeFault::Kind::badJson)) {
        reply(status, body);
        return;
    }
    m_awaiting = false;
    m_stream = kind;
    m_subject = subject;
    m_chunked = true;
    m_scope = std::make_unique<QObject>();
    if (bend(status, body))
        m_socket.write(head(200, contentType) + "Transfer-Encoding: chunked\r\n\r\n");
}

void FakeConnection::beginRaw(const QString &subject, bool upgrade)
{
    m_awaiting = false;
    m_stream = Stream::exec;
    m_subject = subject;
    m_chunked = false;
    m_scope = std::make_unique<QObject>();
    const QByteArray type = "Content-Type: application/vnd.docker.raw-stream\r\n";
    m_socket.write(upgrade ? "HTTP/1.1 101 UPGRADED\r\n" + type + "Connection: Upgrade\r\nUpgrade: tcp\r\n\r\n"
                           : "HTTP/1.1 200 OK\r\n" + type + "\r\n");
    const QByteArray early = m_reader.takeRest();
    if (!early.isEmpty())
        QMetaObject::invokeMethod(
            this, [this, early] { Q_EMIT rawReceived(early); }, Qt::QueuedConnection);
}

void FakeConnection::writeStream(const QByteArray &bytes)
{
    if (m_stream == Stream::none || bytes.isEmpty() || (m_fault && m_fault->kind == FakeFault::Kind::hang))
        return;
    const bool cut = m_fault && m_fault->kind == FakeFault::Kind::cut;
    const QByteArray payload = m_chunked ? QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n" : bytes;
    if (!cut) {
        m_socket.write(payload);
        return;
    }
    m_socket.write(payload.left(m_fault->bytes));
    m_fault->bytes -= static_cast<int>(qMin<qsizetype>(payload.size(), m_fault->bytes));
    if (m_fault->bytes == 0)
        m_socket.closeWhenWritten();
}

void FakeConnection::endStream()
{
    if (m_stream == Stream::none)
        return;
    const bool chunked = m_chunked;
    m_stream = Stream::none;
    m_subject.clear();
    if (m_scope)
        m_scope.release()->deleteLater(); // one of its slots may be what ends the stream
    if (chunked) {
        m_socket.write("0\r\n\r\n");
        finishReply();
    } else {
        m_socket.closeWhenWritten();
    }
}

} // namespace mediahelm::fakes
