// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/service_actions.h"

#include "core/control/fleet.h"
#include "core/control/service_operations.h"
#include "ui/models/service_model.h"
#include "ui/services/action_rules.h"
#include "ui/services/confirm_dialog.h"
#include "ui/style/icons.h"
#include "ui/style/service_look.h"

#include <QAction>
#include <QPointer>
#include <QWidget>

namespace mediahelm::ui {

using model::ContainerAction;
using model::ContainerKey;

ServiceActions::ServiceActions(const control::Control &control, const ServiceModel &model, QWidget *window)
    : QObject(window)
    , m_control(control)
    , m_model(model)
    , m_window(window)
{
    for (const ContainerAction verb : allActions()) {
        auto *action = new QAction(symbolIcon(actionSymbol(verb)), actionLabel(verb), this);
        action->setObjectName(QStringLiteral("service.") + model::containerActionName(verb));
        connect(action, &QAction::triggered, this, [this, verb] { trigger(verb); });
        m_actions.insert(verb, action);
    }
    action(ContainerAction::remove)->setShortcut(QKeySequence::Delete);
    for (QAction *action : all())
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    setChosen({});
}

QList<QAction *> ServiceActions::all() const
{
    QList<QAction *> result;
    for (const ContainerAction verb : allActions())
        result.append(action(verb));
    return result;
}

void ServiceActions::setChosen(const QList<ContainerKey> &keys)
{
    m_chosen = keys;
    for (const ContainerAction verb : allActions()) {
        const auto count = static_cast<int>(applicable(verb).size());
        QAction *button = action(verb);
        button->setEnabled(count > 0);
        button->setText(actionLabel(verb, count));
        button->setToolTip(actionLabel(verb, count));
    }
}

QList<ContainerKey> ServiceActions::applicable(ContainerAction verb) const
{
    QList<ContainerKey> result;
    for (const ContainerKey &key : m_chosen) {
        const ServiceRow *row = m_model.row(key);
        if (!row || row->gone || row->underWay || !applies(verb, row->container.state))
            continue;
        if (m_model.indexOf(key).data(ServiceModel::StaleRole).toBool())
            continue;
        result.append(key);
    }
    return result;
}

void ServiceActions::trigger(ContainerAction verb)
{
    const QList<ContainerKey> keys = applicable(verb);
    if (keys.isEmpty())
        return;
    if (verb == ContainerAction::remove)
        askRemove(keys);
    else if (verb == ContainerAction::kill)
        askKill(keys);
    else
        perform(verb, keys, {});
}

void ServiceActions::askRemove(const QList<ContainerKey> &keys)
{
    const bool anyUp = std::any_of(keys.begin(), keys.end(), [this](const ContainerKey &key) {
        const ServiceRow *row = m_model.row(key);
        return row && row->container.running();
    });
    QString consequence =
        tr("What was written inside the container and its log are lost. Images, named volumes and folders of "
           "the host stay.");
    if (anyUp)
        consequence.prepend(tr("What runs is killed first.") + QLatin1Char(' '));
    ConfirmDialog::Content content;
    content.title = tr("Remove");
    content.question = keys.size() == 1 ? tr("Remove %1?").arg(nameOf(keys.first()))
                                        : tr("Remove %n containers?", nullptr, static_cast<int>(keys.size()));
    content.objects = describe(keys);
    content.consequence = consequence;
    content.option =
        keys.size() == 1 ? tr("Also remove its anonymous volumes") : tr("Also remove their anonymous volumes");
    content.verb =
        keys.size() == 1 ? tr("Remove container") : actionLabel(ContainerAction::remove, static_cast<int>(keys.size()));
    auto *dialog = new ConfirmDialog(content, m_window);
    connect(dialog, &ConfirmDialog::confirmed, this, [this, dialog, keys, anyUp] {
        perform(ContainerAction::remove, keys, {.force = anyUp, .removeAnonymousVolumes = dialog->optionChosen()});
    });
    dialog->open();
}

void ServiceActions::askKill(const QList<ContainerKey> &keys)
{
    ConfirmDialog::Content content;
    content.title = tr("Kill");
    content.question = keys.size() == 1 ? tr("Kill %1?").arg(nameOf(keys.first()))
                                        : tr("Kill %n services?", nullptr, static_cast<int>(keys.size()));
    content.objects = describe(keys);
    content.consequence = keys.size() == 1
        ? tr("It ends at once, without a chance to save or to close its files. Stop lets it end in order.")
        : tr("They end at once, without a chance to save or to close their files. Stop lets them end in order.");
    content.verb =
        keys.size() == 1 ? tr("Kill service") : actionLabel(ContainerAction::kill, static_cast<int>(keys.size()));
    auto *dialog = new ConfirmDialog(content, m_window);
    connect(dialog, &ConfirmDialog::confirmed, this, [this, keys] { perform(ContainerAction::kill, keys, {}); });
    dialog->open();
}

QStringList ServiceActions::describe(const QList<ContainerKey> &keys) const
{
    QStringList lines;
    for (const ContainerKey &key : keys) {
        if (const ServiceRow *row = m_model.row(key))
            lines.append(tr("%1 on %2 · %3", "container, host, state")
                             .arg(row->container.name.text(), key.host.text(), stateText(row->container)));
    }
    return lines;
}

QString ServiceActions::nameOf(const ContainerKey &key) const
{
    const ServiceRow *row = m_model.row(key);
    return row ? row->container.displayName() : key.id.text().left(12);
}

void ServiceActions::perform(ContainerAction verb, const QList<ContainerKey> &keys,
                             const control::OperationOptions &options)
{
    auto batch = std::make_shared<Batch>();
    batch->action = verb;
    batch->keys = keys;
    batch->open = keys.size();
    for (const ContainerKey &key : keys)
        batch->names.append(nameOf(key));
    for (qsizetype i = 0; i < keys.size(); ++i) {
        m_control.operations.perform(keys.at(i), verb, options)
            .then(this, [this, batch, name = batch->names.at(i)](const base::Result<void> &result) {
                endOne(batch, name, result);
            });
    }
    setChosen(m_chosen);
}

void ServiceActions::endOne(const std::shared_ptr<Batch> &batch, const QString &name, const base::Result<void> &result)
{
    if (!result) {
        batch->failedNames.append(name);
        batch->errors.append(result.error());
    }
    if (--batch->open == 0)
        report(*batch);
    setChosen(m_chosen);
}

void ServiceActions::report(const Batch &batch)
{
    if (batch.errors.isEmpty()) {
        Q_EMIT done(batch.action, batch.keys, batch.names);
        return;
    }
    if (batch.errors.size() == 1) {
        Q_EMIT failed(wordsFor(batch.errors.first(), batch.action, batch.failedNames.first()));
        return;
    }
    ErrorWords words = wordsFor(batch.errors.first(), batch.action, batch.failedNames.join(QStringLiteral(", ")));
    words.headline = tr("%1: %2 of %3 services", "what failed")
                         .arg(actionFailed(batch.action))
                         .arg(batch.errors.size())
                         .arg(batch.keys.size());
    QStringList details;
    for (qsizetype i = 0; i < batch.errors.size(); ++i)
        details.append(wordsFor(batch.errors.at(i), batch.action, batch.failedNames.at(i)).all());
    words.details = details.join(QStringLiteral("\n\n"));
    Q_EMIT failed(words);
}

} // namespace mediahelm::ui
