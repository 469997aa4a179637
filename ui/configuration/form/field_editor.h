// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/form_desk.h"
#include "core/model/diagnostic.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace mediahelm::ui {

class FormTable;

// One field of the form: its title, what edits it, what is to be known of it, and what is wrong with it. What is typed
// is asked for when it is finished, and stays until an answer comes. Owned by the form's view; main thread.
class FieldEditor final : public QWidget
{
    Q_OBJECT

public:
    // For fields of this kind; the kind stays.
    explicit FieldEditor(const control::FormField &field, QWidget *parent = nullptr);

    const control::FormField &field() const { return m_field; }
    // What the file has now. What is being typed stays, unless it is another field by its pointer.
    void setField(const control::FormField &field);
    void setProblems(const QList<model::Diagnostic> &problems); // of this field
    // What was asked for could not be done: what was typed stands there again, with the reason.
    void refuse(const QString &reason);
    void setEditable(bool editable); // false while the file cannot be read
    QWidget *input() const; // what takes the focus
    FormTable *table() const { return m_table; } // null where it is a field of one value

Q_SIGNALS:
    void editWanted(const mediahelm::control::FormEdit &edit);
    void placeAsked(const mediahelm::model::Place &place); // where the value is written

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeLine();
    void makeChoice();
    void makeTable();
    void showValue();
    void showNotes();
    void commit(const QString &text);
    void fillChoice();
    QString typed() const;
    QString hint() const; // in an empty field

    control::FormField m_field;
    QList<model::Diagnostic> m_problems;
    QLabel *m_title;
    QLineEdit *m_edit = nullptr;
    QComboBox *m_choice = nullptr;
    FormTable *m_table = nullptr;
    QLabel *m_note;
    QToolButton *m_show; // where it is written
    QLabel *m_problem;
    QString m_asked; // what was asked for last
    QString m_refused; // why not; empty where there is nothing to say
    bool m_isTyping = false; // there is text that was not asked for yet
    bool m_isEditable = true;
};

} // namespace mediahelm::ui
