// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/stage_row.h"

#include "ui/deployments/deployment_words.h"
#include "ui/style/format.h"
#include "ui/style/metrics.h"
#include "ui/widgets/card_grid.h"
#include "ui/widgets/page_parts.h"

#include <QHBoxLayout>
#include <QLabel>

namespace mediahelm::ui {

using model::StageProgress;
using model::StageState;

namespace {

constexpr int leastColumns = 17; // characters
constexpr int mostSteps = 5; // in a row

QString stateText(const StageProgress &stage, const QDateTime &now)
{
    const QString word = stageStateWord(stage.state);
    const QDateTime end = stage.finishedAt.isValid() ? stage.finishedAt : now;
    const bool timed =
        stage.startedAt.isValid() && stage.state != StageState::waiting && stage.state != StageState::skipped;
    if (!timed)
        return word;
    const std::chrono::seconds took(stage.startedAt.secsTo(end));
    return took.count() < 1 && stage.state != StageState::running
        ? word
        : StageRow::tr("%1, %2", "state of a stage, how long").arg(word, formatDuration(took));
}

} // namespace

StageRow::StageRow(QWidget *parent)
    : QWidget(parent)
    , m_forward(new CardGrid(fontMetrics().averageCharWidth() * leastColumns, mostSteps, this))
    , m_back(new CardGrid(fontMetrics().averageCharWidth() * leastColumns, mostSteps, this))
    , m_backTitle(makeText(TextRole::caption, tr("The way back"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_forward);
    layout->addWidget(m_backTitle);
    layout->addWidget(m_back);
    m_backTitle->hide();
    m_back->hide();
}

StageRow::Step StageRow::makeStep(QWidget *parent) const
{
    Step step;
    step.widget = new QWidget(parent);
    step.symbol = new SymbolLabel(QStringLiteral("schedule"), Tone::neutral, step.widget);
    step.symbol->setScale(1.4);
    step.name = makeText(TextRole::strong, {}, step.widget);
    step.state = makeText(TextRole::caption, {}, step.widget, true);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(step.name);
    words->addWidget(step.state);
    words->addStretch();
    auto *row = new QHBoxLayout(step.widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    row->addWidget(step.symbol, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    return step;
}

void StageRow::setStages(const QList<StageProgress> &stages, const QDateTime &now)
{
    QList<StageProgress> forward;
    QList<StageProgress> back;
    for (const StageProgress &stage : stages)
        (isWayBack(stage.stage) ? back : forward).append(stage);
    fill(m_forward, &m_forwardSteps, forward, now);
    fill(m_back, &m_backSteps, back, now);
    m_backTitle->setVisible(!back.isEmpty());
    m_back->setVisible(!back.isEmpty());
}

void StageRow::fill(CardGrid *grid, QList<Step> *steps, const QList<StageProgress> &stages, const QDateTime &now)
{
    const bool another = steps->size() != stages.size();
    while (steps->size() < stages.size())
        steps->append(makeStep(grid));
    QList<QWidget *> gone;
    while (steps->size() > stages.size())
        gone.append(steps->takeLast().widget);
    for (qsizetype i = 0; i < stages.size(); ++i) {
        const StageProgress &stage = stages.at(i);
        const Step &step = steps->at(i);
        step.symbol->setSymbol(stageStateSymbol(stage.state), stageStateTone(stage.state));
        step.name->setText(stageWord(stage.stage));
        const QString state = stateText(stage, now);
        if (step.state->text() != state)
            step.state->setText(state);
        step.widget->setAccessibleName(tr("%1: %2", "stage, state").arg(stageWord(stage.stage), state));
    }
    if (!another)
        return;
    QList<QWidget *> cards;
    for (const Step &step : std::as_const(*steps))
        cards.append(step.widget);
    grid->setCards(cards);
    qDeleteAll(gone); // the grid has let go of them
}

} // namespace mediahelm::ui
