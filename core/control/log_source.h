// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/container.h"
#include "core/model/log_line.h"

#include <QObject>

#include <memory>

namespace mediahelm::control {

// A container's log being read. Owned by the caller; main thread. Exactly one of failed() and closed() ends it;
// destroying it stops it.
class LogFeed : public QObject
{
    Q_OBJECT

public:
    virtual void setPaused(bool paused) = 0; // while paused nothing is read from the engine

Q_SIGNALS:
    void lines(const QList<mediahelm::model::LogLine> &batch);
    void failed(const mediahelm::base::Error &error);
    void closed();

protected:
    using QObject::QObject;
};

class LogSource
{
public:
    virtual ~LogSource() = default;
    // Never null; a host that is not connected makes the feed fail in the next turn of the event loop.
    virtual std::unique_ptr<LogFeed> open(const model::ContainerKey &key, const model::LogOptions &options) = 0;
};

} // namespace mediahelm::control
