// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QObject>

namespace mediahelm::transport {

// One two-way stream of bytes to an engine. Owned by who opened it; one thread, the owner's. Destroying it closes it at
// once and emits nothing more. Exactly one of failed() and closed() ends a stream.
class ByteStream : public QObject
{
    Q_OBJECT

public:
    // Sent in order once connected; may be called before opened(). After finishWriting() or the end it does nothing.
    virtual void write(const QByteArray &bytes) = 0;
    // Half-close: the other side reads an end of file once everything written has gone out; reading goes on.
    virtual void finishWriting() = 0;
    // Everything that has arrived and was not taken yet.
    virtual QByteArray takeAll() = 0;
    // Stops reading from the other side while more than `bytes` are untaken, so that it is slowed down; 0 for no limit.
    virtual void setReadLimit(qint64 bytes) = 0;
    virtual qint64 bytesToWrite() const = 0;

Q_SIGNALS:
    void opened();
    void readable(); // takeAll() has something
    void bytesWritten(qint64 bytes);
    void closed(); // the other side ended it; all that arrived can still be taken
    void failed(const mediahelm::base::Error &error); // never connected, or broke: unreachable, refused, notFound, io

protected:
    using QObject::QObject;
};

} // namespace mediahelm::transport
