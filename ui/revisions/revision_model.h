// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/revision_desk.h"

#include <QAbstractListModel>

namespace mediahelm::ui {

// The revisions of a workspace that fit a filter, newest first, read page by page as they are looked at. Owned by its
// view; main thread.
class RevisionModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int pageSize = 50;

    using QAbstractListModel::QAbstractListModel;

    // Borrowed until another one, or nullptr, is set.
    void setDesk(control::RevisionDesk *desk);
    void setFilter(const model::RevisionFilter &filter);
    void reload(); // what is shown stays until the answer is there
    const model::Revision *revision(const QModelIndex &index) const; // nullptr for none
    QModelIndex indexOf(const model::RevisionId &id) const;
    qsizetype total() const { return m_total; } // in the store, whatever the filter
    bool loading() const { return m_loading; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loaded(); // an answer came
    void failed(const mediahelm::base::Error &error);

private:
    void ask(int limit, const std::optional<model::RevisionId> &from, bool anew);
    void take(const model::RevisionPage &page, bool anew);
    void replace(const QList<model::Revision> &revisions);

    control::RevisionDesk *m_desk = nullptr;
    model::RevisionFilter m_filter;
    QList<model::Revision> m_revisions;
    std::optional<model::RevisionId> m_next;
    qsizetype m_total = 0;
    int m_asked = 0; // the answer to the latest question counts
    bool m_loading = false;
};

// "Applied · 22 Nov 2026 16:30:05 · Alex · sonarr, radarr"
QString revisionLine(const model::Revision &revision);
QString revisionTitle(const model::Revision &revision); // its message, or its kind where it has none

} // namespace mediahelm::ui
