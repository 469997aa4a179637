// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"

#include <QDialog>

class QAction;
class QLabel;
class QListWidget;
class QListWidgetItem;

namespace mediahelm::ui {

class SearchField;

// Every action with its shortcut, and every service and host, found by typing. Deletes itself when closed; main thread.
class CommandPalette final : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(const QList<QAction *> &actions, const control::Fleet &fleet, QWidget *parent);

Q_SIGNALS:
    void serviceChosen(const mediahelm::model::ContainerKey &key);
    void hostChosen(const mediahelm::base::HostId &host);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addActions(const QList<QAction *> &actions);
    void addFleet(const control::Fleet &fleet);
    void filter(const QString &text);
    void run(QListWidgetItem *item);

    SearchField *m_search;
    QListWidget *m_list;
    QLabel *m_nothing;
};

} // namespace mediahelm::ui
