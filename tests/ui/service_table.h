// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/fake_control.h"
#include "fakes/manual_clock.h"
#include "fakes/sample_fleet.h"
#include "ui/models/service_feed.h"
#include "ui/models/service_filter_model.h"
#include "ui/models/service_model.h"

#include <QAbstractItemModelTester>

namespace mediahelm::ui {

// The whole of it: fakes, feed, model, filter, each model under a tester.
struct Table {
    Table()
        : model(clock)
        , modelTest(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        filter.setSourceModel(&model);
        filter.sort(ServiceModel::Service);
        filterTest =
            std::make_unique<QAbstractItemModelTester>(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void addConnected(const base::HostId &host)
    {
        control::HostStatus status;
        status.profile.id = host;
        status.connection.phase = model::ConnectionPhase::connected;
        fakes.fleet.setHost(status);
    }

    void begin()
    {
        feed = std::make_unique<ServiceFeed>(fakes.control(), model);
        feed->setActive(true);
    }

    // Every row as "project/service", as it is shown.
    QStringList shown() const
    {
        QStringList result;
        for (int g = 0; g < filter.rowCount(); ++g) {
            const QModelIndex group = filter.index(g, 0);
            for (int r = 0; r < filter.rowCount(group); ++r)
                result.append(group.data().toString() + QLatin1Char('/') + filter.index(r, 0, group).data().toString());
        }
        return result;
    }

    QString text(const model::ContainerKey &key, int column) const
    {
        return model.indexOf(key, column).data().toString();
    }

    fakes::FakeControl fakes;
    fakes::ManualClock clock;
    ServiceModel model;
    QAbstractItemModelTester modelTest;
    ServiceFilterModel filter;
    std::unique_ptr<QAbstractItemModelTester> filterTest;
    std::unique_ptr<ServiceFeed> feed;
};

} // namespace mediahelm::ui
