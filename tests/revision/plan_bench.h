// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/plan/make_plan.h"

namespace mediahelm::tests {

// A project and an engine in memory: containers as Compose would have made them, to be changed by a test. Services of
// Compose's JSON; each image "NAME:TAG" that they name is there, with the id "sha256:NAME:TAG".
class PlanBench
{
public:
    explicit PlanBench(const QByteArray &servicesJson, revision::ComposeVersion version = {2, 26, 1});

    // An up-to-date running container of the service. The reference lives as long as no further one is made.
    model::ObservedContainer &run(const QString &service, int number = 1);
    void runAll();
    model::ObservedContainer &container(const QString &name); // "media-web-1"
    // What the service asks for has changed: none of its containers has its hash.
    void changeHash(const QString &service);

    base::Result<model::Plan> plan() const;
    // "web=recreate vpn=nothing", in the plan's order, with " +restart" or " +recreate" for what follows; or the error.
    QString actions() const;
    QString reasons(const QString &service) const; // joined by "; "

    revision::ProjectReading reading;
    revision::ObservedProject observed;
    revision::PlanOptions options;
};

} // namespace mediahelm::tests
