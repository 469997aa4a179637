// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QListWidgetItem;

namespace mediahelm::ui {

// Chooses the services that the charts show, at most as many as there are colours. Deletes itself when closed; main
// thread.
class ServicePicker final : public QDialog
{
    Q_OBJECT

public:
    struct Entry {
        model::ContainerKey key;
        QString name; // as the charts call it
        QString place; // project and host
    };

    ServicePicker(const QList<Entry> &entries, const QList<model::ContainerKey> &chosen, int most,
                  QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QList<mediahelm::model::ContainerKey> &keys); // in the order of the list
    void busiestAsked(); // choose by use instead

private:
    void filter(const QString &text);
    void onItemChanged();

    const QList<Entry> m_entries;
    const int m_most;
    QListWidget *m_list;
    QLabel *m_hint;
};

} // namespace mediahelm::ui
