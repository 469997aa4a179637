// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/revision_desk.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QListView;
class QStackedWidget;

namespace mediahelm::ui {

class EmptyState;
class RevisionModel;
class SearchField;

// The revisions of a workspace with a search in them. Owned by the Revisions page; main thread.
class RevisionList final : public QWidget
{
    Q_OBJECT

public:
    explicit RevisionList(QWidget *parent = nullptr);

    void setDesk(control::RevisionDesk *desk); // borrowed until another one, or nullptr, is set
    RevisionModel &model() const { return *m_model; }
    QList<model::Revision> chosen() const; // newest first
    void choose(const model::RevisionId &id);
    void searchPath(const QString &path); // the history of a file
    void focusSearch();
    bool isEmpty() const { return m_none; } // there is no revision at all

Q_SIGNALS:
    void chosenChanged(); // also when what is known of it has changed
    void failed(const mediahelm::base::Error &error);
    void loaded();

private:
    enum Where { AnywhereItem, ServiceItem, FileItem, ContentItem };

    void search();
    void onLoaded();

    RevisionModel *m_model;
    SearchField *m_field;
    QComboBox *m_where;
    QListView *m_view;
    QWidget *m_head;
    EmptyState *m_nothing;
    QStackedWidget *m_stack;
    QTimer m_pause; // in typing
    bool m_searching = false;
    bool m_none = false;
    bool m_failed = false; // what was asked last
};

} // namespace mediahelm::ui
