// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace mediahelm::control {

// Turns any number of touches into few signals: the first after quiet comes at once, within the call; further ones are
// gathered, one signal an interval. Owned by whoever reports; one thread.
class Throttle final : public QObject
{
    Q_OBJECT

public:
    explicit Throttle(std::chrono::milliseconds interval, QObject *parent = nullptr)
        : QObject(parent)
    {
        m_pause.setInterval(interval);
        m_pause.setSingleShot(true);
        m_pause.setTimerType(Qt::PreciseTimer);
        connect(&m_pause, &QTimer::timeout, this, [this] {
            if (m_touched)
                fire();
        });
    }

    void touch()
    {
        m_touched = true;
        if (!m_pause.isActive())
            fire();
    }

Q_SIGNALS:
    void due();

private:
    void fire()
    {
        m_touched = false;
        m_pause.start();
        Q_EMIT due();
    }

    QTimer m_pause;
    bool m_touched = false;
};

} // namespace mediahelm::control
