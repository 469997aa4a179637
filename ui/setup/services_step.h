// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/setup_plan.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace mediahelm::ui {

class CatalogFilter;
class CatalogModel;
class SearchField;
class ServiceFacts;
class SymbolLabel;

// Which services the workspace is to have, and whether the machine is large enough for them. Owned by the dialog; main
// thread.
class ServicesStep final : public QWidget
{
    Q_OBJECT

public:
    explicit ServicesStep(QWidget *parent = nullptr);

    void setCatalog(const QList<control::CatalogGroup> &groups);
    void setGround(const control::SetupGround &ground);
    QStringList chosen() const;
    CatalogModel &model() const { return *m_model; }
    void focusSearch();

Q_SIGNALS:
    void changed();

private:
    void updateSum();
    void search(const QString &text);

    CatalogModel *m_model;
    CatalogFilter *m_filter;
    SearchField *m_search;
    QTreeView *m_view;
    ServiceFacts *m_facts;
    SymbolLabel *m_symbol;
    QLabel *m_sum;
    control::MachineResources m_host;
};

} // namespace mediahelm::ui
