// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/unique_fd.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

namespace mediahelm::fakes {

// A connected stream socket with a write buffer. Other than QLocalSocket it tells a half-close from an end, it can
// write in pieces of a given size, and it can stand still. Owned by a FakeConnection; one thread.
class FakeSocket final : public QObject
{
    Q_OBJECT

public:
    explicit FakeSocket(int fd, QObject *parent = nullptr);

    void write(const QByteArray &bytes);
    qint64 bytesToWrite() const { return m_pending.size() - m_sent; }
    // Pieces of at most `bytes`, each in a turn of the event loop of its own; 0 for whole writes.
    void setPieceSize(int bytes) { m_pieceSize = bytes; }
    // Neither reads nor writes until thawed: what a stopped process looks like.
    void setFrozen(bool frozen);
    void closeWhenWritten();
    void closeNow();
    void finishWriting(); // half-close, once written
    bool isOpen() const { return m_fd.valid(); }

Q_SIGNALS:
    void received(const QByteArray &bytes);
    void peerFinished(); // the other side closed its writing end, or all of it
    void closed(); // gone; nothing more comes

private:
    void readSome();
    void writeSome();

    base::UniqueFd m_fd;
    QSocketNotifier m_readable;
    QSocketNotifier m_writable;
    QTimer m_nextPiece;
    QByteArray m_pending;
    qsizetype m_sent = 0;
    int m_pieceSize = 0;
    bool m_frozen = false;
    bool m_peerFinished = false;
    bool m_closing = false;
    bool m_finishing = false;
};

} // namespace mediahelm::fakes
