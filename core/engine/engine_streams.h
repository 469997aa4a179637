// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"
#include "core/base/result.h"
#include "core/model/engine_info.h"
#include "core/model/log_line.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <optional>

namespace mediahelm::engine {

// The engine's long replies, each a handle: owned by the caller, on the caller's thread. Exactly one of failed() and
// closed() ends it, and destroying the handle stops it without a signal. Nothing is emitted from a constructor or from
// the call that made the handle.

struct EventFilter {
    // Default: containers' life without the exec_* events that health checks emit three of at each interval.
    QStringList types{QStringLiteral("container")};
    QStringList actions{QStringLiteral("create"),       QStringLiteral("start"),  QStringLiteral("restart"),
                        QStringLiteral("stop"),         QStringLiteral("die"),    QStringLiteral("kill"),
                        QStringLiteral("oom"),          QStringLiteral("pause"),  QStringLiteral("unpause"),
                        QStringLiteral("destroy"),      QStringLiteral("rename"), QStringLiteral("update"),
                        QStringLiteral("health_status")};
    std::optional<qint64> sinceNano; // resume from here: since 1970, UTC; the event of that very instant comes again
};

class EventStream : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void opened(); // subscribed: what happens from here on is reported
    void events(const QList<mediahelm::model::EngineEvent> &batch); // all that arrived together
    void failed(const mediahelm::base::Error &error);
    void closed();

protected:
    using QObject::QObject;
};

class LogStream : public QObject
{
    Q_OBJECT

public:
    // While paused nothing is read, and the engine is held back by the full pipe.
    virtual void setPaused(bool paused) = 0;

Q_SIGNALS:
    void opened();
    void lines(const QList<mediahelm::model::LogLine> &batch);
    void failed(const mediahelm::base::Error &error);
    void closed(); // the end of the log, or of a followed container's run

protected:
    using QObject::QObject;
};

// One reading of GET /containers/{id}/stats: counters as the kernel keeps them.
struct RawStats {
    QDateTime at; // UTC, the engine's clock
    std::optional<quint64> cpuNanoseconds; // used since the container's start
    std::optional<quint64> memoryUsageBytes;
    std::optional<quint64> memoryInactiveFileBytes;
    quint64 memoryLimitBytes = 0;
    std::optional<quint64> networkReceiveBytes; // all interfaces; nullopt with network_mode host
    std::optional<quint64> networkTransmitBytes;
    std::optional<quint64> blockReadBytes;
    std::optional<quint64> blockWriteBytes;
    std::optional<int> processes;
};

class StatsStream : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void reading(const mediahelm::engine::RawStats &stats); // about once a second
    void failed(const mediahelm::base::Error &error);
    void closed(); // the container stopped

protected:
    using QObject::QObject;
};

struct ExecOptions {
    QStringList command; // argv; no shell
    QString user; // empty for the container's own
    QString workingDirectory;
    bool tty = false;
    int columns = 80; // of tty
    int rows = 24;
};

class ExecSession : public QObject
{
    Q_OBJECT

public:
    virtual void write(const QByteArray &bytes) = 0;
    virtual void finishWriting() = 0;
    virtual void resize(int columns, int rows) = 0;

Q_SIGNALS:
    void started();
    void output(mediahelm::model::LogLine::Stream stream, const QByteArray &bytes);
    // 126 and 127 as the shell uses them: the command could not be run, was not found.
    void finished(int exitCode);
    void failed(const mediahelm::base::Error &error);

protected:
    using QObject::QObject;
};

} // namespace mediahelm::engine
