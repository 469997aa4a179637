// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/form_desk.h"
#include "core/model/diagnostic.h"

#include <QWidget>

class QTableView;
class QToolButton;

namespace mediahelm::ui {

class FormTableModel;

// A field of rows: a table as high as its rows, and ways to add and remove one. Owned by its field editor; main thread.
class FormTable final : public QWidget
{
    Q_OBJECT

public:
    explicit FormTable(QWidget *parent = nullptr);

    void setField(const control::FormField &field);
    void setProblems(const QList<model::Diagnostic> &problems); // of this field
    void setName(const QString &name); // for screen readers
    void dropNewRow();
    FormTableModel &model() const { return *m_model; }
    QTableView &view() const { return *m_view; }

Q_SIGNALS:
    void editWanted(const mediahelm::control::FormEdit &edit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addRow();
    void removeCurrent();
    void updateButtons();
    void updateSize();

    FormTableModel *m_model;
    QTableView *m_view;
    QToolButton *m_add;
    QToolButton *m_remove;
};

} // namespace mediahelm::ui
