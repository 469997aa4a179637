// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration.h"
#include "core/control/variable_desk.h"

#include <QWidget>

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
    VariableModel &model() const { return *m_model; }

Q_SIGNALS:
    // The layer's text is to have this value. `file` is where it is set now, or the strongest layer.
    void valueWanted(const QString &file, const QString &name, const QString &value);
    void noLayer(); // there is no file that could have it

protected:
    void showEvent(QShowEvent *event) override;

private:
    QString layerFor(const control::WorkspaceVariable &variable) const;

    control::Configuration &m_configuration;
    VariableModel *m_model;
    QSortFilterProxyModel *m_filter;
    QTreeView *m_view;
};

} // namespace mediahelm::ui
