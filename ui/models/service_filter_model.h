// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace mediahelm::ui {

// What of the service table is shown, and in which order. Projects stay in the order of their names; within them
// services follow the column that was chosen. While it is held nothing comes, goes or moves. Owned by its page; main
// thread.
class ServiceFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class States { all, running, trouble, stopped };

    explicit ServiceFilterModel(QObject *parent = nullptr);

    // Every word has to be somewhere in the row, whatever the case.
    void setSearch(const QString &text);
    void setStates(States states);
    void setHost(const std::optional<base::HostId> &host);
    void setHeld(bool held);

    const QString &search() const { return m_search; }
    States states() const { return m_states; }
    bool narrowed() const { return !m_words.isEmpty() || m_states != States::all; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_search;
    QStringList m_words;
    States m_states = States::all;
    QString m_host; // empty: all
};

} // namespace mediahelm::ui
