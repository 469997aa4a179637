// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/control/control.h"
#include "core/model/container.h"
#include "core/model/container_action.h"
#include "ui/style/words.h"

#include <QUrl>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QComboBox;
class QMenu;
class QSplitter;
class QStackedWidget;

namespace mediahelm::settings {
class UiState;
}

namespace mediahelm::ui {

class EmptyState;
class MessageBar;
class SearchField;
class ServiceActions;
class ServiceFeed;
class ServiceFilterModel;
class ServiceModel;
class ServicePanel;
class ServicesView;
class Sight;
class SplitterMemory;
class Toast;

// The Services page: the table of one host or all, what can be done to what is chosen, and the panel of one service. It
// measures and ticks only while it is on screen. Owned by the shell; main thread.
class ServicesPage : public QWidget
{
    Q_OBJECT

public:
    // `state` keeps columns, order and the panel's place.
    ServicesPage(const control::Control &control, const base::Clock &clock, settings::UiState &state,
                 QWidget *parent = nullptr);
    ~ServicesPage() override;

    void setHost(const std::optional<base::HostId> &host); // nullopt: all
    // Selects it, brings it into view, and opens its panel.
    void showService(const model::ContainerKey &key);
    void focusSearch();
    // Every action of the page, for the command palette and the list of shortcuts.
    QList<QAction *> pageActions() const;
    // Instead of the system's browser.
    void setBrowser(std::function<void(const QUrl &)> browser);
    ServicesView *view() const { return m_view; }
    ServicePanel *panel() const { return m_panel; }

Q_SIGNALS:
    void addHostRequested();
    void hostsRequested(); // the user wants to see why a host is not connected

private:
    enum class Empty { no, noHost, connecting, notConnected, noContainers, noMatch };

    QWidget *makeHead();
    QWidget *makeBody();
    void connectTable();
    void connectActions();
    void restoreState();
    void turnPanel(Qt::Orientation orientation);
    void updateActive();
    void updateEmpty();
    Empty emptiness() const;
    void onEmptyButton();
    void onSelectionChanged();
    void onDone(model::ContainerAction action, const QList<model::ContainerKey> &keys, const QStringList &names);
    void openMenu(const QPoint &position);
    void addLinks(QMenu *menu);
    void openPanel(const model::ContainerKey &key);
    void closePanel();
    QList<model::ContainerKey> chosenKeys() const;
    QList<model::ContainerKey> keysBelow(const QModelIndex &group) const;
    void expandNew(const QModelIndex &parent, int first, int last);

    control::Control m_control;
    settings::UiState &m_state;
    std::function<void(const QUrl &)> m_browser;
    std::optional<base::HostId> m_host;
    ServiceModel *m_model;
    ServiceFeed *m_feed;
    ServiceFilterModel *m_filter;
    ServiceActions *m_actions;
    SearchField *m_search;
    QComboBox *m_states;
    MessageBar *m_message;
    ServicesView *m_view;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QSplitter *m_splitter;
    SplitterMemory *m_division;
    ServicePanel *m_panel;
    Toast *m_toast;
    std::unique_ptr<Sight> m_sight;
    Empty m_emptiness = Empty::no;
    model::ContainerAction m_undo{};
    QList<model::ContainerKey> m_undoKeys;
};

} // namespace mediahelm::ui
