// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/control.h"
#include "core/control/service_operations.h"
#include "core/model/container.h"
#include "core/model/container_action.h"
#include "ui/style/words.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <memory>

class QAction;

namespace mediahelm::ui {

class ServiceModel;

// What the user can do to the services that are chosen: one QAction for each verb, enabled and named after how many it
// would act on; asks before what cannot be taken back, and reports how it ended. Owned by its page; main thread.
class ServiceActions : public QObject
{
    Q_OBJECT

public:
    ServiceActions(const control::Control &control, const ServiceModel &model, QWidget *window);

    QAction *action(model::ContainerAction action) const { return m_actions.value(action); }
    QList<QAction *> all() const;
    // Whose action it is from now on, and which of them each verb applies to.
    void setChosen(const QList<model::ContainerKey> &keys);
    const QList<model::ContainerKey> &chosen() const { return m_chosen; }

    // Without asking: to take an action back, or when it was asked already.
    void perform(model::ContainerAction action, const QList<model::ContainerKey> &keys,
                 const control::OperationOptions &options);

Q_SIGNALS:
    // All of one batch went well.
    void done(mediahelm::model::ContainerAction action, const QList<mediahelm::model::ContainerKey> &keys,
              const QStringList &names);
    void failed(const mediahelm::ui::ErrorWords &words);

private:
    struct Batch {
        model::ContainerAction action{};
        QList<model::ContainerKey> keys;
        QStringList names;
        QStringList failedNames;
        QList<base::Error> errors;
        qsizetype open = 0;
    };

    QList<model::ContainerKey> applicable(model::ContainerAction action) const;
    void trigger(model::ContainerAction action);
    void askRemove(const QList<model::ContainerKey> &keys);
    void askKill(const QList<model::ContainerKey> &keys);
    QStringList describe(const QList<model::ContainerKey> &keys) const;
    QString nameOf(const model::ContainerKey &key) const;
    void endOne(const std::shared_ptr<Batch> &batch, const QString &name, const base::Result<void> &result);
    void report(const Batch &batch);

    control::Control m_control;
    const ServiceModel &m_model;
    QWidget *m_window;
    QHash<model::ContainerAction, QAction *> m_actions;
    QList<model::ContainerKey> m_chosen;
};

} // namespace mediahelm::ui
