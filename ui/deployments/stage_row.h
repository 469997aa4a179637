// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/deployment_progress.h"

#include <QWidget>

class QLabel;

namespace mediahelm::ui {

class CardGrid;
class ElidedLabel;
class SymbolLabel;

// The stages of a deployment as steps beside each other: shape, colour and words for how each stands, and how long it
// took. The way back has a row of its own, where there is one. Owned by its parent; main thread.
class StageRow final : public QWidget
{
    Q_OBJECT

public:
    explicit StageRow(QWidget *parent = nullptr);

    void setStages(const QList<model::StageProgress> &stages, const QDateTime &now);

private:
    struct Step {
        QWidget *widget = nullptr;
        SymbolLabel *symbol = nullptr;
        QLabel *name = nullptr;
        QLabel *state = nullptr;
    };

    Step makeStep(QWidget *parent) const;
    void fill(CardGrid *grid, QList<Step> *steps, const QList<model::StageProgress> &stages, const QDateTime &now);

    CardGrid *m_forward;
    CardGrid *m_back;
    QLabel *m_backTitle;
    QList<Step> m_forwardSteps;
    QList<Step> m_backSteps;
};

} // namespace mediahelm::ui
