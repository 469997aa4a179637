// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration.h"
#include "core/control/variable_desk.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace mediahelm::ui {

class VariableModel;

// The table of variables. An edited value is asked for with the layer that it belongs in. Owned by its parent; main
// thread.
class VariablesPane final : public QWidget
{
    Q_OBJECT

public:
    // Borrowed; outlives it.
    explicit VariablesPane(control::Configuration &configuration, QWidget *parent = nullptr);

    void refresh(); // where it is shown; else when it is
    void refuse(const QString &reason); // a value was not taken; empty: nothing is refused any more
    VariableModel &model() const { return *m_model; }

Q_SIGNALS:
    // It is to be taken out of that file.
    void resetWanted(const QString &file, const QString &name);
    // The layer's text is to have this value. `file` is where it is set now, or the strongest layer.
    void valueWanted(const QString &file, const QString &name, const QString &value);
    void noLayer(); // there is no file that could have it

protected:
    void showEvent(QShowEvent *event) override;

private:
    const control::WorkspaceVariable *current() const;
    static QString fileOf(const control::WorkspaceVariable &variable);
    QString layerFor(const control::WorkspaceVariable &variable) const;
    void updateReset();

    control::Configuration &m_configuration;
    VariableModel *m_model;
    QSortFilterProxyModel *m_filter;
    QTreeView *m_view;
    QPushButton *m_reset;
    QLabel *m_refusal;
};

} // namespace mediahelm::ui
