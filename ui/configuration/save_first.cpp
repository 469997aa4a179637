// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/save_first.h"

#include "ui/configuration/open_file.h"
#include "ui/configuration/open_files.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace mediahelm::ui {

namespace {

constexpr int leastColumns = 50;
constexpr qsizetype mostNamed = 10;

} // namespace

SaveFirst::SaveFirst(OpenFiles &files, QWidget *window)
    : QObject(window)
    , m_files(files)
    , m_window(window)
{
    connect(&files, &OpenFiles::changed, this, &SaveFirst::look);
    connect(&files, &OpenFiles::failed, this, [this] { m_saving = false; });
}

void SaveFirst::begin()
{
    const QSet<QString> unsaved = m_files.unsaved();
    QStringList paths(unsaved.begin(), unsaved.end());
    if (paths.isEmpty()) {
        Q_EMIT ready();
        return;
    }
    paths.sort();
    ask(paths);
}

void SaveFirst::ask(const QStringList &paths)
{
    auto *dialog = new QDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save before applying"));
    dialog->setMinimumWidth(dialog->fontMetrics().averageCharWidth() * leastColumns);
    QStringList named = paths.mid(0, mostNamed);
    if (paths.size() > mostNamed)
        named.append(tr("and %n more", nullptr, int(paths.size() - mostNamed)));
    auto *buttons = new QDialogButtonBox(dialog);
    QPushButton *save = buttons->addButton(tr("Save all and apply…"), QDialogButtonBox::AcceptRole);
    save->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(space::huge, space::huge, space::huge, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(
        makeText(TextRole::heading, tr("%n files are not saved", nullptr, int(paths.size())), dialog, true));
    layout->addWidget(makeText(TextRole::fixed, named.join(u'\n'), dialog));
    layout->addWidget(makeText(TextRole::normal,
                               tr("What lies on disk is applied. You see what that would do before anything is done."),
                               dialog, true));
    layout->addStretch();
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, &SaveFirst::saveAll);
    dialog->open();
}

void SaveFirst::saveAll()
{
    const QList<OpenFile *> all = m_files.all();
    for (OpenFile *file : all) {
        if (file->isUnsaved())
            file->save();
    }
    m_saving = true;
    look();
}

// A conflict is decided by the user first, and what is typed meanwhile is not saved: neither is waited for.
void SaveFirst::look()
{
    if (!m_saving)
        return;
    const QList<OpenFile *> all = m_files.all();
    if (m_files.unsaved().isEmpty()) {
        m_saving = false;
        Q_EMIT ready();
    } else if (std::ranges::none_of(all, &OpenFile::isSaving)) {
        m_saving = false;
    }
}

} // namespace mediahelm::ui
