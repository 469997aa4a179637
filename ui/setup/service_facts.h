// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/setup_plan.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace mediahelm::ui {

// What is known of one service before it is chosen. Owned by its parent; main thread.
class ServiceFacts final : public QWidget
{
    Q_OBJECT

public:
    explicit ServiceFacts(QWidget *parent = nullptr);

    // Null: nothing is chosen.
    void setService(const control::CatalogService *service);

private:
    void add(const QString &name, const QString &value);

    QLabel *m_title;
    QLabel *m_description;
    QLabel *m_retired;
    QWidget *m_facts;
    QVBoxLayout *m_rows;
};

} // namespace mediahelm::ui
