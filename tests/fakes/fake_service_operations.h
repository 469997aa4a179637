// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/control/service_operations.h"

#include <map>

namespace mediahelm::fakes {

class FakeFleet;

// Operations on the fake fleet. By themselves they end in the next turn of the event loop and do to the container what
// an engine would; held ones wait for the test. Owned by the test; main thread.
class FakeServiceOperations final : public control::ServiceOperations
{
    Q_OBJECT

public:
    struct Call {
        model::ContainerKey key;
        model::ContainerAction action{};
        control::OperationOptions options;
    };

    explicit FakeServiceOperations(FakeFleet &fleet, QObject *parent = nullptr);

    QFuture<base::Result<void>> perform(const model::ContainerKey &key, model::ContainerAction action,
                                        const control::OperationOptions &options) override;
    std::optional<control::Operation> running(const model::ContainerKey &key) const override;

    void setHeld(bool held); // from now on operations wait for succeed() or fail()
    void failNext(const base::Error &error); // the next one that would succeed by itself
    void succeed(const model::ContainerKey &key);
    void fail(const model::ContainerKey &key, const base::Error &error);

    const QList<Call> &calls() const { return m_calls; }

private:
    struct Running {
        control::Operation operation;
        control::OperationOptions options;
        base::Pending<void> pending;
    };

    void end(const model::ContainerKey &key, const std::optional<base::Error> &error);
    void applyTo(const model::ContainerKey &key, model::ContainerAction action);

    FakeFleet &m_fleet;
    std::map<model::ContainerKey, Running> m_running;
    QList<Call> m_calls;
    std::optional<base::Error> m_nextError;
    quint64 m_lastId = 0;
    bool m_held = false;
};

} // namespace mediahelm::fakes
