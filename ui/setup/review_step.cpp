// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/review_step.h"

#include "ui/deployments/diff_text.h"
#include "ui/deployments/file_change_model.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/phrases/phrase_book.h"
#include "ui/widgets/card.h"
#include "ui/widgets/page_parts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace mediahelm::ui {

using control::SetupFileText;
using control::SetupPlan;

ReviewStep::ReviewStep(QWidget *parent)
    : QWidget(parent)
    , m_head(makeText(TextRole::normal, {}, this, true))
    , m_files(new QListWidget(this))
    , m_shown(new QStackedWidget(this))
    , m_text(new QPlainTextEdit(this))
    , m_diff(new DiffText(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_head);
    m_notes = new QWidget(this);
    m_noteRows = new QVBoxLayout(m_notes);
    m_noteRows->setContentsMargins(0, 0, space::small, 0);
    m_noteRows->setSpacing(space::tiny);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("What is to be known"));
    scroll->setWidget(m_notes);
    m_notes->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setMinimumHeight(fontMetrics().lineSpacing() * 4);
    layout->addWidget(scroll, 1);
    layout->addWidget(makeFiles(), 3);
    layout->addWidget(makeCommand());
}

QWidget *ReviewStep::makeFiles()
{
    m_files->setObjectName(QStringLiteral("setup.files"));
    m_files->setAccessibleName(tr("Files that are written"));
    m_files->setFrameShape(QFrame::NoFrame);
    m_files->setTextElideMode(Qt::ElideMiddle);
    m_files->setMinimumWidth(140);
    m_text->setObjectName(QStringLiteral("setup.text"));
    m_text->setAccessibleName(tr("What is written into the file"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setFont(fixedFont(m_text->font()));
    m_diff->setObjectName(QStringLiteral("setup.diff"));
    auto *list = new Card(this);
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(2, 4, 2, 4);
    listLayout->addWidget(m_files);
    auto *text = new Card(this);
    auto *textLayout = new QVBoxLayout(text);
    textLayout->setContentsMargins(2, 4, 2, 4);
    textLayout->addWidget(m_shown);
    m_shown->addWidget(m_text);
    m_shown->addWidget(m_diff);
    auto *both = new QSplitter(Qt::Horizontal, this);
    both->addWidget(list);
    both->addWidget(text);
    both->setChildrenCollapsible(false);
    both->setStretchFactor(0, 2);
    both->setStretchFactor(1, 3);
    connect(m_files, &QListWidget::currentRowChanged, this, &ReviewStep::showFile);
    return both;
}

QWidget *ReviewStep::makeCommand()
{
    auto *strip = new QWidget(this);
    auto *layout = new QHBoxLayout(strip);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    m_command = new ElidedLabel(TextRole::fixed, {}, strip);
    m_command->setObjectName(QStringLiteral("setup.command"));
    auto *copy = new QToolButton(strip);
    copy->setIcon(symbolIcon(QStringLiteral("content_copy")));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy the command that starts this workspace without Mediahelm"));
    copy->setAccessibleName(copy->toolTip());
    layout->addWidget(new SymbolLabel(QStringLiteral("terminal"), Tone::neutral, strip));
    layout->addWidget(m_command, 1);
    layout->addWidget(copy);
    connect(copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_plan.command);
        Q_EMIT commandCopied();
    });
    return strip;
}

void ReviewStep::showPlan(const SetupPlan &plan, const QStringList &given)
{
    m_plan = plan;
    m_head->setText(plan.extends ? tr("Nothing is written yet. In %1 this will be added or changed:").arg(plan.folder)
                                 : tr("Nothing is written yet. This will be in %1:").arg(plan.folder));
    m_command->setText(plan.command);
    addNotes(given);
    m_files->clear();
    for (const SetupFileText &file : plan.files) {
        const QString words = !file.change ? file.path
            : lineCounts(*file.change).isEmpty()
            ? tr("%1 (changed)", "a file").arg(file.path)
            : tr("%1 (changed, %2)", "a file, lines such as +3 −1").arg(file.path, lineCounts(*file.change));
        auto *item = new QListWidgetItem(
            symbolIcon(file.change ? QStringLiteral("edit") : QStringLiteral("add"), Tone::neutral), words, m_files);
        item->setToolTip(file.path.toHtmlEscaped());
    }
    if (m_files->count() == 0) {
        m_text->clear();
        m_shown->setCurrentWidget(m_text);
    }
    m_files->setCurrentRow(0);
}

void ReviewStep::showFile(int row)
{
    if (row < 0 || row >= m_plan.files.size())
        return;
    const SetupFileText &file = m_plan.files.at(row);
    if (file.change) {
        m_diff->setChange(*file.change);
        m_shown->setCurrentWidget(m_diff);
    } else {
        m_text->setPlainText(QString::fromUtf8(file.text));
        m_shown->setCurrentWidget(m_text);
    }
}

void ReviewStep::addNotes(const QStringList &given)
{
    qDeleteAll(m_notes->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    while (QLayoutItem *item = m_noteRows->takeAt(0))
        delete item;
    const QString joint = QStringLiteral(", ");
    QStringList made;
    QStringList open;
    for (const control::SetupQuestionText &question : std::as_const(m_plan.questions))
        open.append(question.variable);
    for (const control::SetupSecretNeed &secret : std::as_const(m_plan.secrets)) {
        if (secret.madeUp)
            made.append(secret.name);
        else if (secret.required && !given.contains(secret.name))
            open.append(secret.name);
    }
    const QStringList &services = m_plan.services;
    addNote(QStringLiteral("deployed_code"), false,
            tr("%n services: %1", nullptr, int(services.size())).arg(services.join(joint)));
    for (const QString &warning : std::as_const(m_plan.warnings))
        addNote(QStringLiteral("warning"), true, inOurWords(warning));
    if (!open.isEmpty())
        addNote(QStringLiteral("warning"), true,
                tr("To be set before the services can start: %1").arg(open.join(joint)));
    if (!made.isEmpty())
        addNote(QStringLiteral("key"), false, tr("Made up, and kept in the secret store: %1").arg(made.join(joint)));
    if (!given.isEmpty())
        addNote(QStringLiteral("key"), false,
                tr("Kept in the secret store as you gave them: %1").arg(given.join(joint)));
    if (!m_plan.folders.isEmpty())
        addNote(QStringLiteral("folder"), false,
                tr("Folders that are made where they miss: %1").arg(m_plan.folders.join(joint)));
    m_noteRows->addStretch();
}

void ReviewStep::addNote(const QString &symbol, bool warns, const QString &words)
{
    auto *row = new QWidget(m_notes);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(new SymbolLabel(symbol, warns ? Tone::warning : Tone::neutral, row), 0, Qt::AlignTop);
    layout->addWidget(makeText(TextRole::normal, words, row, true), 1);
    m_noteRows->addWidget(row);
}

} // namespace mediahelm::ui
