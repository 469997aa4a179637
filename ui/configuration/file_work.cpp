// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/file_work.h"

#include "core/base/pending.h"
#include "ui/configuration/delete_file_dialog.h"
#include "ui/configuration/file_name_dialog.h"
#include "ui/configuration/file_tree_model.h"
#include "ui/configuration/new_file_text.h"
#include "ui/configuration/open_files.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"

#include <QMenu>
#include <QToolButton>
#include <QTreeView>

namespace mediahelm::ui {

using base::Result;
using base::Status;
using control::FileKind;

FileWork::FileWork(control::Configuration &configuration, OpenFiles &files, const FileTreeModel &model, QTreeView &tree,
                   QWidget *parent)
    : QObject(parent)
    , m_configuration(configuration)
    , m_files(files)
    , m_model(model)
    , m_tree(tree)
    , m_page(parent)
    , m_messages(new MessageBar(parent))
    , m_menu(new QMenu(parent))
{
    makeActions(tree);
    connect(m_messages, &MessageBar::actionTriggered, this, &FileWork::undo);
    connect(tree.selectionModel(), &QItemSelectionModel::currentChanged, this, &FileWork::updateActions);
    connect(&configuration, &control::Configuration::factsChanged, this, &FileWork::updateActions);
    updateActions();
}

void FileWork::makeActions(QTreeView &tree)
{
    const auto add = [this](const QString &text, FileKind kind) {
        auto *action = new QAction(text, this);
        action->setProperty("kind", int(kind));
        connect(action, &QAction::triggered, this, [this, kind] { askNew(kind); });
        m_menu->addAction(action);
        m_kinds.append(action);
    };
    add(tr("New service file…"), FileKind::compose);
    add(tr("New file of variables…"), FileKind::env);
    add(tr("New file for services…"), FileKind::handedOver);
    add(tr("New schema of variables…"), FileKind::schema);
    m_new = new QAction(symbolIcon(QStringLiteral("add")), tr("New file"), this);
    m_new->setMenu(m_menu);
    m_rename = new QAction(symbolIcon(QStringLiteral("edit")), tr("Rename the file…"), this);
    m_rename->setShortcut(Qt::Key_F2);
    m_delete = new QAction(symbolIcon(QStringLiteral("delete")), tr("Delete the file…"), this);
    m_delete->setShortcut(QKeySequence::Delete);
    m_undo = new QAction(symbolIcon(QStringLiteral("undo")), {}, this);
    m_undo->setShortcut(QKeySequence::Undo);
    for (QAction *action : {m_rename, m_delete, m_undo})
        action->setShortcutContext(Qt::WidgetShortcut); // in the text these keys mean the text
    connect(m_rename, &QAction::triggered, this, &FileWork::askRename);
    connect(m_delete, &QAction::triggered, this, &FileWork::askDelete);
    connect(m_undo, &QAction::triggered, this, &FileWork::undo);
    tree.setContextMenuPolicy(Qt::ActionsContextMenu);
    tree.addActions({m_new, m_rename, m_delete, m_undo});
}

QWidget *FileWork::makeTools(QWidget *parent)
{
    auto *tools = new QWidget(parent);
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins(space::small, 0, 2, 0);
    layout->setSpacing(0);
    layout->addWidget(makeText(TextRole::caption, tr("Files"), tools), 1);
    for (QAction *action : {m_new, m_rename, m_delete, m_undo}) {
        auto *button = new QToolButton(tools);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setAccessibleName(action->text());
        connect(action, &QAction::changed, button, [button, action] { button->setAccessibleName(action->text()); });
        if (action == m_new)
            button->setPopupMode(QToolButton::InstantPopup);
        layout->addWidget(button);
    }
    return tools;
}

QList<QAction *> FileWork::actions() const
{
    return m_menu->actions() + QList<QAction *>{m_rename, m_delete, m_undo};
}

void FileWork::offer(QAction *action)
{
    m_menu->insertAction(m_menu->actions().constFirst(), action);
}

QString FileWork::chosen() const
{
    return m_model.path(m_tree.currentIndex());
}

std::optional<FileKind> FileWork::kindOf(const QString &path) const
{
    const QList<control::ConfigurationFile> &files = m_configuration.facts().files;
    for (const control::ConfigurationFile &file : files) {
        if (file.path == path)
            return file.kind;
    }
    return std::nullopt;
}

QStringList FileWork::paths() const
{
    QStringList paths;
    const QList<control::ConfigurationFile> &files = m_configuration.facts().files;
    for (const control::ConfigurationFile &file : files)
        paths.append(file.path);
    return paths;
}

void FileWork::updateActions()
{
    const std::optional<FileKind> kind = kindOf(chosen());
    const bool able = kind && *kind != FileKind::manifest;
    m_rename->setEnabled(able);
    m_delete->setEnabled(able);
    m_undo->setEnabled(!m_deeds.isEmpty() && !m_undoing);
    m_undo->setText(undoWords());
    for (QAction *action : std::as_const(m_kinds)) {
        const QString pattern = m_configuration.fileDesk().patternFor(FileKind(action->property("kind").toInt()));
        action->setVisible(!pattern.isEmpty() && !paths().contains(pattern));
    }
}

void FileWork::askNew(FileKind kind)
{
    FileNameDialog::Content content;
    content.title = tr("New file");
    content.verb = tr("Make the file");
    content.pattern = m_configuration.fileDesk().patternFor(kind);
    content.taken = paths();
    if (kind == FileKind::env)
        content.note = tr("It wins over the files of variables above it, but local.env wins over all.");
    auto *dialog = new FileNameDialog(content, m_page);
    connect(dialog, &FileNameDialog::chosen, this, [this, kind](const QString &path) { create(path, kind); });
    dialog->open();
}

void FileWork::create(const QString &path, FileKind kind)
{
    const QByteArray text = newFileText(path, kind);
    m_configuration.fileDesk().create(path, kind, text).then(this, [this, path, text](const Status &done) {
        if (!done)
            return fail(done.error(), tr("Could not make %1").arg(path));
        m_files.open(path);
        Q_EMIT notice(tr("Made %1").arg(path));
        noteDeed({Deed::What::made, path, {}, control::textDigest(text)});
    });
}

void FileWork::askRename()
{
    const QString path = chosen();
    const std::optional<FileKind> kind = kindOf(path);
    if (!kind)
        return;
    m_configuration.fileDesk().stake(path).then(this, [this, path, kind](const Result<control::FileStake> &stake) {
        if (!stake)
            return fail(stake.error(), tr("Could not rename %1").arg(path));
        FileNameDialog::Content content;
        content.title = tr("Rename %1").arg(path);
        content.verb = tr("Rename");
        content.pattern = m_configuration.fileDesk().patternFor(*kind);
        // local.env is one that lies elsewhere than new ones do.
        if (nameFromPath(content.pattern, path) == path)
            content.pattern =
                path.section(u'/', 0, -2) + (path.contains(u'/') ? u"/NAME."_qs : u"NAME."_qs) + path.section(u'.', -1);
        content.name = nameFromPath(content.pattern, path);
        content.taken = paths();
        content.taken.removeAll(path);
        if (!stake->mentionedIn.isEmpty())
            content.note = tr("These files name it, and are not changed: %1").arg(stake->mentionedIn.join(u", "_qs));
        auto *dialog = new FileNameDialog(content, m_page);
        connect(dialog, &FileNameDialog::chosen, this, [this, path](const QString &to) { rename(path, to); });
        dialog->open();
    });
}

void FileWork::rename(const QString &path, const QString &to)
{
    if (path == to)
        return;
    m_configuration.fileDesk().rename(path, to).then(this, [this, path, to](const Status &done) {
        if (!done)
            return fail(done.error(), tr("Could not rename %1").arg(path));
        m_files.close(path);
        m_files.open(to);
        Q_EMIT notice(tr("Renamed %1 to %2").arg(path, to));
        noteDeed({Deed::What::renamed, to, path, {}});
    });
}

void FileWork::askDelete()
{
    const QString path = chosen();
    if (!kindOf(path))
        return;
    m_configuration.fileDesk().stake(path).then(this, [this, path](const Result<control::FileStake> &stake) {
        if (!stake)
            return fail(stake.error(), tr("Could not delete %1").arg(path));
        auto *dialog = new DeleteFileDialog(path, *stake, m_files.unsaved().contains(path), m_page);
        connect(dialog, &DeleteFileDialog::confirmed, this,
                [this, path, digest = stake->digest] { remove(path, digest); });
        dialog->open();
    });
}

void FileWork::remove(const QString &path, const QByteArray &digest)
{
    m_configuration.fileDesk().remove(path, digest).then(this, [this, path](const Result<control::RemovedFile> &file) {
        if (!file)
            return fail(file.error(), tr("Could not delete %1").arg(path));
        m_files.close(path);
        noteDeed({Deed::What::removed, path, {}, {}, *file});
        m_messages->tell(Tone::info, tr("Deleted %1").arg(path),
                         tr("Until the workspace is closed it can be put back as it was."));
        m_messages->setAction(tr("Undo"));
    });
}

void FileWork::noteDeed(const Deed &deed)
{
    m_deeds.append(deed);
    m_messages->withdraw(); // its Undo means an earlier one
    updateActions();
}

QString FileWork::undoWords() const
{
    if (m_deeds.isEmpty())
        return tr("Undo");
    const Deed &last = m_deeds.constLast();
    switch (last.what) {
    case Deed::What::made: return tr("Undo: make %1").arg(last.path);
    case Deed::What::renamed: return tr("Undo: rename %1 to %2").arg(last.before, last.path);
    case Deed::What::removed: break;
    }
    return tr("Undo: delete %1").arg(last.path);
}

QFuture<Status> FileWork::takeBack(const Deed &deed)
{
    control::FileDesk &desk = m_configuration.fileDesk();
    switch (deed.what) {
    case Deed::What::made:
        if (m_files.unsaved().contains(deed.path))
            return base::finishedWith<void>(
                base::Error{base::ErrorKind::conflict, tr("%1 has unsaved changes").arg(deed.path), {}});
        return desk.remove(deed.path, deed.digest).then([](const Result<control::RemovedFile> &removed) {
            return removed ? Status() : Status(removed.error());
        });
    case Deed::What::renamed: return desk.rename(deed.path, deed.before);
    case Deed::What::removed: break;
    }
    return desk.restore(deed.removed);
}

void FileWork::undo()
{
    if (m_deeds.isEmpty() || m_undoing)
        return;
    m_undoing = true;
    const Deed deed = m_deeds.takeLast();
    m_messages->withdraw();
    updateActions();
    takeBack(deed).then(this, [this, deed](const Status &done) {
        m_undoing = false;
        const QString there = deed.what == Deed::What::renamed ? deed.before : deed.path;
        if (!done) {
            fail(done.error(),
                 deed.what == Deed::What::made ? tr("Could not take %1 away again").arg(there)
                                               : tr("Could not put %1 back").arg(there));
            // What others have changed meanwhile is theirs: what was done before can be undone all the same.
            if (done.error().kind != base::ErrorKind::conflict && done.error().kind != base::ErrorKind::notFound) {
                m_deeds.append(deed);
                m_messages->setAction(tr("Try again"));
            }
        } else if (deed.what == Deed::What::made) {
            m_files.close(deed.path);
            Q_EMIT notice(tr("%1 is gone again").arg(there));
        } else {
            if (deed.what == Deed::What::renamed)
                m_files.close(deed.path);
            m_files.open(there);
            Q_EMIT notice(tr("%1 is back").arg(there));
        }
        updateActions();
    });
}

void FileWork::fail(const base::Error &error, const QString &headline)
{
    m_messages->tell(wordsFor(error, headline));
    m_messages->setAction({});
}

} // namespace mediahelm::ui
