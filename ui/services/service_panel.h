// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/control/control.h"
#include "core/model/container.h"
#include "core/model/container_detail.h"
#include "ui/widgets/card.h"

#include <QTimer>
#include <QUrl>

#include <optional>

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace mediahelm::settings {
class UiState;
}

namespace mediahelm::ui {

class FactsPane;
class HealthPane;
class LogPane;
class MessageBar;
class SplitterMemory;
class StateBadge;
class UsagePane;

// One service in full: how it is, charts and log live, what it is made of, its health check. Inspects when it is shown
// and when the container changes. Owned by its page; main thread.
class ServicePanel : public Card
{
    Q_OBJECT

public:
    ServicePanel(const control::Control &control, const base::Clock &clock, settings::UiState &state, QWidget *parent);
    ~ServicePanel() override;

    void setService(const model::ContainerKey &key);
    const std::optional<model::ContainerKey> &service() const { return m_key; }
    // Whether the page is on screen; what reads or measures stops otherwise.
    void setActive(bool active);
    // Where it lies, for the button that moves it.
    void setBelow(bool below);
    LogPane *log() const { return m_log; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void closeRequested();
    void orientationRequested(Qt::Orientation orientation); // of the splitter around it
    void linkActivated(const QUrl &url);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Tab { Live, Details, Health };

    QWidget *makeHead();
    QWidget *makeLive(settings::UiState &state);
    void updateActive();
    void refresh(); // from what is known, without asking
    void updateLinks(const model::Container &container);
    void inspect();
    void setDetail(const base::Result<model::ContainerDetail> &result);
    void followSuccessor(const model::Container &container);

    control::Control m_control;
    std::optional<model::ContainerKey> m_key;
    model::Container m_shown; // as last known
    bool m_active = false;
    bool m_below = false;
    QTimer m_inspect; // changes come in bursts
    QLabel *m_title;
    QLabel *m_subtitle;
    StateBadge *m_badge;
    QHBoxLayout *m_links = nullptr;
    QToolButton *m_turn = nullptr;
    SplitterMemory *m_division = nullptr;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    MessageBar *m_message;
    UsagePane *m_usage;
    LogPane *m_log;
    FactsPane *m_facts;
    HealthPane *m_health;
};

} // namespace mediahelm::ui
