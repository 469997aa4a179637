// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container_detail.h"

#include <QScrollArea>

class QGridLayout;
class QVBoxLayout;

namespace mediahelm::ui {

// What an inspection says, as groups of names and values that can be selected and copied. Owned by its panel; main
// thread.
class FactsPane : public QScrollArea
{
    Q_OBJECT

public:
    explicit FactsPane(QWidget *parent);

    void setDetail(const model::ContainerDetail &detail);
    void clear();

private:
    QGridLayout *addGroup(const QString &title);
    void addFact(QGridLayout *group, const QString &name, const QString &value, bool fixed = false);
    void addFacts(QGridLayout *group, const QString &name, const QStringList &values);

    QVBoxLayout *m_layout = nullptr;
};

// The health check of a service: how it is made, how it stands, and what its last probes said.
class HealthPane : public QScrollArea
{
    Q_OBJECT

public:
    explicit HealthPane(QWidget *parent);

    void setDetail(const model::ContainerDetail &detail);
    void clear();

private:
    void addProbe(QVBoxLayout *layout, const model::HealthProbe &probe);
};

} // namespace mediahelm::ui
