// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/running_list.h"

#include "ui/style/metrics.h"
#include "ui/style/phrases/phrase_book.h"
#include "ui/widgets/card.h"
#include "ui/widgets/page_parts.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

namespace {

constexpr qsizetype mostNames = 8;

QString someOf(const QStringList &names)
{
    const QString joint = QStringLiteral(", ");
    return names.size() <= mostNames ? names.join(joint)
                                     : RunningList::tr("%1 and %n more", nullptr, int(names.size() - mostNames))
                                           .arg(names.first(mostNames).join(joint));
}

} // namespace

RunningList::RunningList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(space::small);
    hide();
}

void RunningList::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void RunningList::setRunning(const control::RunningHere &running)
{
    m_running = running;
    clear();
    setVisible(!running.projects.isEmpty() || !running.containers.isEmpty());
    if (isHidden())
        return;
    m_rows->addWidget(makeText(TextRole::strong, tr("Running on this machine"), this));
    for (const control::RunningProject &project : running.projects)
        add(project);
    if (!running.containers.isEmpty())
        addLoose(running.containers);
}

void RunningList::setTakeOverOffered(bool offered)
{
    m_takesOver = offered;
    setRunning(m_running);
}

void RunningList::addLoose(const QList<control::LooseContainer> &containers)
{
    QStringList names;
    for (const control::LooseContainer &container : containers)
        names.append(container.name);
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(makeText(TextRole::caption,
                               tr("Started by hand: %1. One can be taken over, into a new workspace or one that is "
                                  "open: a service file then makes an equal one.")
                                   .arg(someOf(names)),
                               row, true),
                      1);
    if (m_takesOver) {
        auto *takeOver = new QPushButton(tr("Take over a container…"), row);
        takeOver->setObjectName(QStringLiteral("configuration.takeOver"));
        connect(takeOver, &QPushButton::clicked, this, &RunningList::takeOverAsked);
        layout->addWidget(takeOver, 0, Qt::AlignTop);
    }
    m_rows->addWidget(row);
}

void RunningList::add(const control::RunningProject &project)
{
    auto *card = new Card(this);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(space::medium, space::small, space::medium, space::small);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new ElidedLabel(TextRole::strong, project.name, card));
    if (!project.folder.isEmpty())
        words->addWidget(new ElidedLabel(TextRole::normal, project.folder, card));
    words->addWidget(makeText(TextRole::caption,
                              tr("%1 of %n containers run: %2", nullptr, project.containers)
                                  .arg(project.running)
                                  .arg(someOf(project.services)),
                              card, true));
    const bool opens = project.opens || !project.manifest.isEmpty();
    for (const QString &remark : project.remarks)
        words->addWidget(makeText(TextRole::normal,
                                  opens ? inOurWords(remark) : tr("Cannot be opened here: %1").arg(inOurWords(remark)),
                                  card, true));
    row->addLayout(words, 1);
    auto *open = new QPushButton(project.opens || !opens ? tr("Open") : tr("Open…"), card);
    open->setAccessibleName(tr("Open %1").arg(project.name));
    open->setEnabled(opens);
    connect(open, &QPushButton::clicked, this, [this, project] {
        if (project.opens)
            Q_EMIT folderAsked(project.folder);
        else
            Q_EMIT manifestAsked(project);
    });
    row->addWidget(open, 0, Qt::AlignTop);
    m_rows->addWidget(card);
}

} // namespace mediahelm::ui
