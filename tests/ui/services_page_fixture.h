// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/ui_state.h"
#include "fakes/fake_control.h"
#include "fakes/sample_fleet.h"
#include "ui/models/service_model.h"
#include "ui/services/services_page.h"
#include "ui/services/services_view.h"

#include <QAction>
#include <QPushButton>
#include <QUrl>

namespace mediahelm::ui {

using model::ContainerAction;
using model::ContainerKey;

// The page over the sample fleet, on screen; what it would open in a browser is kept.
struct Page {
    explicit Page(bool sample = true)
    {
        if (sample)
            fakes::fillSampleFleet(fakes);
        page = std::make_unique<ServicesPage>(fakes.control(), clock, state);
        page->resize(1200, 800);
        page->setBrowser([this](const QUrl &url) { opened.append(url); });
        page->show();
    }

    ContainerKey key(const char *service, const char *host = "local") const
    {
        const base::HostId id = fakes::hostId(QString::fromLatin1(host));
        for (const model::Container &container : fakes.fleet.containers(id)) {
            if (container.displayName() == QLatin1String(service))
                return {id, container.id};
        }
        return {};
    }

    QModelIndex index(const ContainerKey &wanted) const
    {
        const QAbstractItemModel *model = page->view()->model();
        for (int g = 0; g < model->rowCount(); ++g) {
            const QModelIndex group = model->index(g, 0);
            for (int r = 0; r < model->rowCount(group); ++r) {
                const QModelIndex index = model->index(r, 0, group);
                if (index.data(ServiceModel::KeyRole).value<ContainerKey>() == wanted)
                    return index;
            }
        }
        return {};
    }

    void choose(const QList<ContainerKey> &keys) const
    {
        page->view()->clearSelection();
        for (const ContainerKey &wanted : keys)
            page->view()->selectionModel()->select(index(wanted),
                                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    QAction *action(ContainerAction verb) const
    {
        for (QAction *action : page->pageActions()) {
            if (action->objectName() == QStringLiteral("service.") + model::containerActionName(verb))
                return action;
        }
        return nullptr;
    }

    template<typename T>
    T *shown() const
    {
        for (T *widget : page->template findChildren<T *>()) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    fakes::FakeControl fakes;
    base::SystemClock clock;
    settings::UiState state{QString()};
    QList<QUrl> opened;
    std::unique_ptr<ServicesPage> page;
};

inline QPushButton *button(QWidget *parent, const QString &text)
{
    for (QPushButton *candidate : parent->findChildren<QPushButton *>()) {
        if (candidate->text() == text)
            return candidate;
    }
    return nullptr;
}

} // namespace mediahelm::ui
