// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/form_desk.h"
#include "core/model/diagnostic.h"

#include <QScrollArea>

namespace mediahelm::ui {

class FieldEditor;

// The fields of one service, by section. Editors stay as long as the service has the same fields, so that a new text of
// the file takes neither the focus nor what is being typed. Owned by the form's pane; main thread.
class FormView final : public QScrollArea
{
    Q_OBJECT

public:
    explicit FormView(QWidget *parent = nullptr);

    void setService(const control::ServiceForm &service);
    void setProblems(const QList<model::Diagnostic> &problems); // of the file
    void setEditable(bool editable); // false while the file cannot be read
    FieldEditor *editor(const QString &pointer) const; // of the field, or of the row's field; null where there is none
    const QList<FieldEditor *> &editors() const { return m_editors; }

Q_SIGNALS:
    void editWanted(const mediahelm::control::FormEdit &edit);
    void placeAsked(const mediahelm::model::Place &place);

private:
    bool hasFieldsOf(const control::ServiceForm &service) const;
    void rebuild(const control::ServiceForm &service);
    void showProblems(FieldEditor *editor) const;

    QList<FieldEditor *> m_editors;
    QList<model::Diagnostic> m_problems;
    bool m_isEditable = true;
};

} // namespace mediahelm::ui
