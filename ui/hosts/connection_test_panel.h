// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/host_directory.h"

#include "ui/style/palette.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace mediahelm::ui {

// Tries the host that is in the dialog and tells how far it came: stages, what went wrong, what to do, the other side's
// words. Owned by the host dialog; main thread. A test that is under way when this is destroyed ends unseen.
class ConnectionTestPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionTestPanel(control::HostDirectory &hosts, QWidget *parent = nullptr);

    // nullopt: not good enough to be tested. A change drops what was shown of the last test.
    void setProfile(const std::optional<model::HostProfile> &profile);
    bool running() const { return m_running; }

Q_SIGNALS:
    void grown(); // results were added

private:
    void start();
    void finish(const base::Result<control::ConnectionTestReport> &result);
    void clear();
    void showStages(model::ConnectionProblem problem);
    void showElapsed();
    void addLine(const QString &symbol, Tone tone, const QString &text);

    control::HostDirectory &m_hosts;
    std::optional<model::HostProfile> m_profile;
    quint64 m_attempt = 0; // answers to older ones are dropped
    bool m_running = false;
    QElapsedTimer m_elapsed;
    QTimer m_tick;
    QPushButton *m_button;
    QLabel *m_status;
    QWidget *m_results;
    QVBoxLayout *m_lines;
};

} // namespace mediahelm::ui
