// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration.h"
#include "core/control/file_desk.h"

#include <QAction>
#include <QList>
#include <QObject>

#include <optional>

class QMenu;
class QTreeView;

namespace mediahelm::ui {

class FileTreeModel;
class MessageBar;
class OpenFiles;

// What is done with whole files of a workspace: new, rename, delete, and each of these undone, the latest first, as
// long as the workspace is open; from the tree's menu, its tools and the keyboard. Says itself what failed. Owned by
// the editor; main thread.
class FileWork final : public QObject
{
    Q_OBJECT

public:
    // All are borrowed and outlive it; the tree shows the model.
    FileWork(control::Configuration &configuration, OpenFiles &files, const FileTreeModel &model, QTreeView &tree,
             QWidget *parent);

    QWidget *makeTools(QWidget *parent); // for above the tree
    MessageBar *messages() const { return m_messages; } // to be laid out by the editor
    QList<QAction *> actions() const; // for the command palette
    // What is added to the menu of new files, such as services from the catalog.
    void offer(QAction *action);

Q_SIGNALS:
    void notice(const QString &text);

private:
    struct Deed { // that can be undone
        enum class What { made, renamed, removed };

        What what = What::made;
        QString path; // as it is called since; of one that was removed, before
        QString before; // of one that was renamed
        QByteArray digest; // of one that was made, as it was made
        control::RemovedFile removed = {};
    };

    void makeActions(QTreeView &tree);
    void updateActions();
    void askNew(control::FileKind kind);
    void askRename();
    void askDelete();
    void create(const QString &path, control::FileKind kind);
    void rename(const QString &path, const QString &to);
    void remove(const QString &path, const QByteArray &digest);
    void undo();
    void noteDeed(const Deed &deed);
    QString undoWords() const;
    QFuture<base::Status> takeBack(const Deed &deed);
    void fail(const base::Error &error, const QString &headline);
    QString chosen() const; // path; empty where none is
    std::optional<control::FileKind> kindOf(const QString &path) const;
    QStringList paths() const;

    control::Configuration &m_configuration;
    OpenFiles &m_files;
    const FileTreeModel &m_model;
    QTreeView &m_tree;
    QWidget *m_page;
    MessageBar *m_messages;
    QMenu *m_menu;
    QAction *m_new = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_delete = nullptr;
    QList<QAction *> m_kinds;
    QAction *m_undo = nullptr;
    QList<Deed> m_deeds; // the latest last
    bool m_undoing = false;
};

} // namespace mediahelm::ui
