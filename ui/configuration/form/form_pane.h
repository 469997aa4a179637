// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/form_desk.h"
#include "core/model/diagnostic.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace mediahelm::ui {

class FormView;

// The form of a Compose file: which service, and its fields. It shows what it is given and asks for changes; while the
// file cannot be read it keeps what it had, greyed. Owned by its parent; main thread.
class FormPane final : public QWidget
{
    Q_OBJECT

public:
    explicit FormPane(QWidget *parent = nullptr);

    // The file that is shown; empty where it is none that has a form.
    void setFile(const QString &path);
    void setForm(const base::Result<control::ComposeForm> &form); // of its present text
    void setProblems(const QList<model::Diagnostic> &problems); // of its present text, all files
    void setCursor(qsizetype byte); // shows the service that stands there, but while the form has the focus
    void refuse(const control::FormEdit &edit, const QString &reason); // it could not be done
    QString service() const; // that is shown; empty for none
    FormView &view() const { return *m_view; }

Q_SIGNALS:
    void editWanted(const mediahelm::control::FormEdit &edit);
    void spanAsked(const mediahelm::model::Span &span); // a service was chosen
    void placeAsked(const mediahelm::model::Place &place); // where a value is written

private:
    void showService(int index);
    void updateState(const QString &problem);
    int indexAt(qsizetype byte) const;

    QString m_path;
    control::ComposeForm m_form;
    QList<model::Diagnostic> m_problems;
    qsizetype m_cursor = 0;
    QComboBox *m_services;
    QLabel *m_state; // why it is greyed
    QStackedWidget *m_stack;
    QLabel *m_nothing; // instead of fields
    FormView *m_view;
};

} // namespace mediahelm::ui
