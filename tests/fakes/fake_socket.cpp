// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fake_socket.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>

namespace mediahelm::fakes {

FakeSocket::FakeSocket(int fd, QObject *parent)
    : QObject(parent)
    , m_fd(fd)
    , m_readable(fd, QSocketNotifier::Read)
    , m_writable(fd, QSocketNotifier::Write)
{
    ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK);
    m_writable.setEnabled(false);
    m_nextPiece.setSingleShot(true);
    connect(&m_readable, &QSocketNotifier::activated, this, &FakeSocket::readSome);
    connect(&m_writable, &QSocketNotifier::activated, this, &FakeSocket::writeSome);
    connect(&m_nextPiece, &QTimer::timeout, this, &FakeSocket::writeSome);
}

void FakeSocket::write(const QByteArray &bytes)
{
    if (!m_fd.valid() || bytes.isEmpty())
        return;
    m_pending += bytes;
    if (m_pieceSize > 0)
        m_nextPiece.start(0);
    else
        writeSome();
}

void FakeSocket::setFrozen(bool frozen)
{
    m_frozen = frozen;
    if (!m_fd.valid())
        return;
    m_readable.setEnabled(!frozen && !m_peerFinished);
    if (frozen)
        m_writable.setEnabled(false);
    else
        writeSome();
}

void FakeSocket::closeWhenWritten()
{
    m_closing = true;
    writeSome();
}

void FakeSocket::finishWriting()
{
    m_finishing = true;
    writeSome();
}

void FakeSocket::closeNow()
{
    if (!m_fd.valid())
        return;
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    m_nextPiece.stop();
    m_pending.clear();
    m_sent = 0;
    { // the notifiers must not outlive the descriptor's meaning
        const base::UniqueFd closing = std::move(m_fd);
    }
    Q_EMIT closed();
}

void FakeSocket::readSome()
{
    char block[65536];
    const ssize_t n = ::recv(m_fd.get(), block, sizeof block, 0);
    if (n > 0) {
        Q_EMIT received(QByteArray(block, static_cast<qsizetype>(n)));
        return;
    }
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (n < 0) {
        closeNow();
        return;
    }
    m_peerFinished = true;
    m_readable.setEnabled(false);
    Q_EMIT peerFinished();
}

void FakeSocket::writeSome()
{
    if (!m_fd.valid() || m_frozen)
        return;
    while (m_sent < m_pending.size()) {
        const qsizetype left = m_pending.size() - m_sent;
        const qsizetype piece = m_pieceSize > 0 ? qMin<qsizetype>(m_pieceSize, left) : left;
        const ssize_t n =
            ::send(m_fd.get(), m_pending.constData() + m_sent, static_cast<std::size_t>(piece), MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno == EAGAIN) {
            m_writable.setEnabled(true);
            return;
        }
        if (n < 0) {
            closeNow();
            return;
        }
        m_sent += n;
        if (m_pieceSize > 0 && m_sent < m_pending.size()) {
            m_nextPiece.start(0);
            return;
        }
    }
    m_writable.setEnabled(false);
    m_pending.clear();
    m_sent = 0;
    if (m_closing)
        closeNow();
    else if (m_finishing)
        ::shutdown(m_fd.get(), SHUT_WR);
}

} // namespace mediahelm::fakes
