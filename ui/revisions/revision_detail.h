// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/revision_desk.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace mediahelm::ui {

class DiffView;
class MessageBar;
class RevisionRuns;
class StateBadge;

// A revision: what it is for, what it changed against the one before, how its deployments went; or what differs between
// two. Owned by the Revisions page; main thread.
class RevisionDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit RevisionDetail(QWidget *parent = nullptr);

    void setDesk(control::RevisionDesk *desk); // borrowed until another one, or nullptr, is set
    // Newest first: none, one, or the ends of what is compared.
    void setRevisions(const QList<model::Revision> &revisions);

Q_SIGNALS:
    void rollBackAsked(const mediahelm::model::Revision &revision);
    void tagAsked(const mediahelm::model::Revision &revision);
    void untagAsked(const QString &tag);
    void historyAsked(const QString &path);
    void notice(const QString &text);

private:
    QWidget *makeHead();
    QWidget *makeParts();
    QWidget *makeRuns();
    void readLog();
    void showOne(const model::Revision &revision);
    void showTwo(const model::Revision &older, const model::Revision &newer);
    void fillTagMenu(const model::Revision &revision);
    void readChanges(const std::optional<model::RevisionId> &before, const model::RevisionId &after);
    void readRuns(const model::RevisionId &id);

    control::RevisionDesk *m_desk = nullptr;
    QList<model::Revision> m_revisions;
    int m_asked = 0; // the answers to the latest question count
    QStackedWidget *m_stack;
    QLabel *m_nothing;
    MessageBar *m_message;
    QLabel *m_title = nullptr;
    StateBadge *m_kind = nullptr;
    StateBadge *m_verdict = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_more = nullptr; // services and tags
    QWidget *m_buttons = nullptr;
    QPushButton *m_rollBack = nullptr;
    QMenu *m_tagMenu = nullptr;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_parts = nullptr;
    DiffView *m_diff = nullptr;
    RevisionRuns *m_runs = nullptr;
};

} // namespace mediahelm::ui
