// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/problems_pane.h"

#include "ui/configuration/check_words.h"
#include "ui/configuration/problem_model.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/phrases/phrase_book.h"
#include "ui/widgets/page_parts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>

namespace mediahelm::ui {

ProblemsPane::ProblemsPane(QWidget *parent)
    : QWidget(parent)
    , m_model(new ProblemModel(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QTreeView(this))
    , m_none(makeText(TextRole::caption, tr("Nothing is wrong in the files of this workspace."), this, true))
    , m_fix(new QPushButton(symbolIcon(QStringLiteral("build")), tr("Mend"), this))
    , m_help(new QPushButton(symbolIcon(QStringLiteral("help")), tr("Why?"), this))
    , m_check(new QPushButton(symbolIcon(QStringLiteral("refresh")), tr("Check now"), this))
    , m_checks(new ElidedLabel(TextRole::caption, {}, this))
{
    m_view->setObjectName(QStringLiteral("configuration.problems"));
    m_view->setAccessibleName(tr("Problems"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(ProblemModel::MessageColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(ProblemModel::PlaceColumn, QHeaderView::ResizeToContents);
    m_view->header()->setVisible(false);
    m_view->setMinimumHeight(1); // it gives way, and the buttons do not
    m_none->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_none);
    m_stack->addWidget(m_view);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_stack, 1);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(space::small, space::tiny, space::small, space::tiny);
    below->setSpacing(space::small);
    below->addWidget(m_checks, 100);
    below->addStretch(1); // where nothing was checked yet
    below->addWidget(m_fix);
    below->addWidget(m_help);
    below->addWidget(m_check);
    whole->addLayout(below);
    m_help->setToolTip(tr("What this problem is and how to mend it (F1)"));
    m_check->setFlat(true);
    m_check->setToolTip(tr("Asks this machine and docker compose now"));
    m_view->installEventFilter(this);
    m_age.setInterval(20'000);
    connect(&m_age, &QTimer::timeout, this, &ProblemsPane::updateChecks);
    connect(m_help, &QPushButton::clicked, this, &ProblemsPane::askHelp);
    connect(m_check, &QPushButton::clicked, this, &ProblemsPane::checkAsked);
    setChecks({});
    connect(m_view, &QTreeView::activated, this, &ProblemsPane::ask);
    connect(m_view, &QTreeView::clicked, this, &ProblemsPane::ask);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProblemsPane::updateFix);
    connect(m_fix, &QPushButton::clicked, this, [this] {
        if (const model::Diagnostic *problem = current())
            Q_EMIT fixAsked(*problem);
    });
    updateFix();
}

void ProblemsPane::setProblems(const QList<model::Diagnostic> &problems)
{
    m_model->setProblems(problems);
    m_stack->setCurrentWidget(problems.isEmpty() ? static_cast<QWidget *>(m_none) : m_view);
    updateFix();
}

void ProblemsPane::setChecked(bool checked)
{
    m_checked = checked;
    updateFix();
}

const model::Diagnostic *ProblemsPane::current() const
{
    return m_model->problem(m_view->currentIndex());
}

void ProblemsPane::ask()
{
    if (const model::Diagnostic *problem = current())
        Q_EMIT problemAsked(*problem);
}

// F1 means the problem, not the window's help.
bool ProblemsPane::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_F1 || !current())
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        askHelp();
    return event->type() == QEvent::KeyPress;
}

void ProblemsPane::askHelp()
{
    if (const model::Diagnostic *problem = current())
        Q_EMIT helpAsked(problem->code);
}

void ProblemsPane::setChecks(const control::CheckState &state)
{
    m_checkState = state;
    updateChecks();
}

void ProblemsPane::updateChecks()
{
    const QString words = checkWords(m_checkState, QDateTime::currentDateTimeUtc());
    m_checks->setText(words);
    m_checks->setVisible(!words.isEmpty());
    m_check->setVisible(!words.isEmpty());
    m_check->setEnabled(!m_checkState.host.asked && !m_checkState.compose.asked);
    if (words.isEmpty())
        m_age.stop();
    else if (!m_age.isActive())
        m_age.start();
}

void ProblemsPane::step(bool forward)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int before = m_view->currentIndex().isValid() ? m_view->currentIndex().row() : (forward ? -1 : count);
    m_view->setCurrentIndex(m_model->index((before + (forward ? 1 : -1) + count) % count, 0));
    ask();
}

void ProblemsPane::updateFix()
{
    const model::Diagnostic *problem = current();
    m_fix->setVisible(m_model->rowCount() > 0);
    m_help->setVisible(m_model->rowCount() > 0);
    m_help->setEnabled(problem);
    m_fix->setEnabled(problem && problem->fix && m_checked);
    m_fix->setToolTip(problem && problem->fix ? inOurWords(problem->fix->title).toHtmlEscaped()
                                              : tr("There is no way to mend this one by itself"));
}

} // namespace mediahelm::ui
