// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/exchange.h"

#include <QPointer>

#include <memory>

namespace mediahelm::engine {

// What the engine's long replies have in common: a status of failure becomes an error with the engine's words, bytes
// are handed on as they come, and exactly one of onEnd() and onFailed() is called, last. A base of the stream that
// reads; private to core/engine. The reader may be destroyed in any of its own signals.
class StreamReader
{
protected:
    explicit StreamReader(std::unique_ptr<Exchange> exchange);
    virtual ~StreamReader();
    StreamReader(const StreamReader &) = delete;
    StreamReader &operator=(const StreamReader &) = delete;

    // `self` is the reader as an object; called once by its constructor.
    void start(QObject *self);
    // Ends with an error that says what is wrong with the reply. The caller returns at once.
    void breakOff(const QString &why);
    void endWith(const base::Error &error);
    // Ends the connection; none of the functions below is called any more.
    void stop();
    Exchange &exchange() { return *m_exchange; }
    bool ended() const { return m_ended; }

    virtual void onOpened() = 0;
    virtual void onBytes(const QByteArray &bytes) = 0;
    virtual void onEnd() = 0;
    virtual void onFailed(const base::Error &error) = 0;

private:
    void responded();
    void readable();
    void finished();

    std::unique_ptr<Exchange> m_exchange;
    QObject *m_self = nullptr;
    QByteArray m_refusal; // the beginning of the body of a reply of failure
    bool m_ended = false;
};

} // namespace mediahelm::engine
