// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"

#include "ui/style/palette.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace mediahelm::control {
class HostDirectory;
}

namespace mediahelm::ui {

class BannerRow;
class SymbolLabel;

// Above the page: each shown host that is not connected, in one line: state, next try, remedy, how old what is shown
// is, and a button. At most three; the rest is counted. Owned by the main window; main thread. Ticks only while it has
// something to count down and is seen.
class ConnectionBanner final : public QWidget
{
    Q_OBJECT

public:
    ConnectionBanner(control::Fleet &fleet, control::HostDirectory &hosts, QWidget *parent = nullptr);

    void setScope(const std::optional<base::HostId> &host);
    void setLive(bool live);
    int rows() const;

Q_SIGNALS:
    void hostsAsked();

private:
    void refresh();
    void refreshTimes();

    control::Fleet &m_fleet;
    control::HostDirectory &m_hosts;
    std::optional<base::HostId> m_scope;
    bool m_live = true;
    QTimer m_tick;
    QVBoxLayout *m_layout;
    QList<BannerRow *> m_rows;
    BannerRow *m_more;
};

// One line of the banner. Owned by it; main thread.
class BannerRow final : public QWidget
{
    Q_OBJECT

public:
    explicit BannerRow(QWidget *parent = nullptr);

    void setStatus(const control::HostStatus &status);
    void setMore(int count); // "2 more hosts are not connected"
    void refreshTimes();

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    control::HostStatus m_status;
    Tone m_tone = Tone::warning;
    SymbolLabel *m_symbol;
    QLabel *m_text;
    QLabel *m_remedy;
    QPushButton *m_button;
};

} // namespace mediahelm::ui
