// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/check_desk.h"
#include "core/model/diagnostic.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace mediahelm::ui {

class ElidedLabel;
class ProblemModel;

// The list of what is wrong, with what mends the chosen one. Owned by its parent; main thread.
class ProblemsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPane(QWidget *parent = nullptr);

    void setProblems(const QList<model::Diagnostic> &problems);
    ProblemModel &model() const { return *m_model; }
    // Whether places and fixes are those of the text as it is now.
    void setChecked(bool checked);
    void setChecks(const control::CheckState &state);
    void step(bool forward); // to the next or the previous one, and there

Q_SIGNALS:
    void problemAsked(const mediahelm::model::Diagnostic &problem);
    void fixAsked(const mediahelm::model::Diagnostic &problem);
    void helpAsked(const QString &code);
    void checkAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const model::Diagnostic *current() const;
    void ask();
    void updateFix();
    void updateChecks();
    void askHelp();

    ProblemModel *m_model;
    QStackedWidget *m_stack;
    QTreeView *m_view;
    QLabel *m_none;
    QPushButton *m_fix;
    QPushButton *m_help;
    QPushButton *m_check;
    ElidedLabel *m_checks;
    control::CheckState m_checkState;
    QTimer m_age; // after which the words are older
    bool m_checked = true;
};

} // namespace mediahelm::ui
