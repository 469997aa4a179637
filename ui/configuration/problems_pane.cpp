// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/problems_pane.h"

#include "ui/configuration/problem_model.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QHBoxLayout>
#include <QHeaderView>
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
    m_none->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_none);
    m_stack->addWidget(m_view);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_stack, 1);
    auto *side = new QVBoxLayout;
    side->setContentsMargins(0, space::tiny, space::small, space::tiny);
    side->addWidget(m_fix);
    side->addStretch();
    layout->addLayout(side);
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
    m_fix->setEnabled(problem && problem->fix && m_checked);
    m_fix->setToolTip(problem && problem->fix ? problem->fix->title.toHtmlEscaped()
                                              : tr("There is no way to mend this one by itself"));
}

} // namespace mediahelm::ui
