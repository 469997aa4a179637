// SPDX-License-Identifier: GPL-3.0-or-later
// The core without a face: "bench_core ADDRESS SECONDS [SOCKET]", SOCKET being the engine's on a host over SSH.
// Connects, keeps the list up to date, and says on stdout, with the monotonic clock's nanoseconds: "listed NS
// CONTAINERS" once, "changed NS CONTAINERS" at each report of the fleet and at the end "reports N".
#include "core/base/clock.h"
#include "core/control/fleet.h"
#include "core/control/session/question_board.h"
#include "core/control/session/sessions.h"
#include "core/transport/system_transport_factory.h"

#include "tests/fakes/memory_host_profile_store.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace mediahelm;

namespace {

long long nowNano()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto address = model::EngineAddress::parse(arguments.value(1));
    const auto id = base::HostId::parse(u"bench");
    if (arguments.size() < 3 || arguments.size() > 4 || !address.ok()) {
        std::fputs("usage: bench_core ADDRESS SECONDS [SOCKET]\n", stderr);
        return 64;
    }

    const base::SystemClock clock;
    fakes::MemoryHostProfileStore profiles({{*id, *address, arguments.value(3)}});
    control::QuestionBoard questions;
    transport::SystemTransportFactory transports(
        questions, clock, transport::SystemTransportFactory::defaultSshSettings(QCoreApplication::applicationDirPath()),
        transport::LocalEnvironment::current());
    control::Sessions sessions({transports, profiles, questions, clock});
    control::Fleet &fleet = sessions.control().fleet;

    int reports = 0;
    QObject context;
    QObject::connect(&fleet, &control::Fleet::hostListed, &context, [&](const base::HostId &host) {
        std::printf("listed %lld %lld\n", nowNano(), static_cast<long long>(fleet.containers(host).size()));
        std::fflush(stdout);
    });
    QObject::connect(&fleet, &control::Fleet::containersChanged, &context,
                     [&](const base::HostId &, const model::ContainerChanges &changes) {
                         ++reports;
                         std::printf("changed %lld %lld\n", nowNano(),
                                     static_cast<long long>(changes.upserted.size() + changes.removed.size()));
                         std::fflush(stdout);
                     });
    sessions.start();
    QTimer::singleShot(arguments[2].toInt() * 1000, &context, [] { QCoreApplication::quit(); });
    const int code = QCoreApplication::exec();
    std::printf("reports %d\n", reports);
    return code;
}
