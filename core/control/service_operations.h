// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/container.h"
#include "core/model/container_action.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace mediahelm::control {

struct OperationOptions {
    bool force = false; // remove: also a running container
    bool removeAnonymousVolumes = false; // remove
};

struct Operation {
    quint64 id = 0; // unique in this process
    model::ContainerKey key;
    model::ContainerAction action{};
    QDateTime startedAt; // UTC
    bool finished = false;
    std::optional<base::Error> error; // of a finished one that failed
};

// What the user does to containers: the write side of the seam. Every operation is listed while it runs and is reported
// when it ends, whoever started it. Owned by the composition root; main thread.
class ServiceOperations : public QObject
{
    Q_OBJECT

public:
    // Ends when the engine has answered. conflict: an operation on this container is under way; unreachable: its host
    // is not connected; else as the engine answers.
    virtual QFuture<base::Result<void>> perform(const model::ContainerKey &key, model::ContainerAction action,
                                                const OperationOptions &options) = 0;
    virtual std::optional<Operation> running(const model::ContainerKey &key) const = 0;

Q_SIGNALS:
    void started(const mediahelm::control::Operation &operation);
    void finished(const mediahelm::control::Operation &operation);

protected:
    using QObject::QObject;
};

} // namespace mediahelm::control
