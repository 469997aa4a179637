// SPDX-License-Identifier: GPL-3.0-or-later
//
// mediahelm-sample-server [--many COUNT]: the headless face over the sample fleet, or over COUNT busy containers, on a
// free port of loopback, for tests and benchmarks that speak to it from outside. Prints "PORT TOKEN" and runs until its
// standard input ends. Every second everything that is watched has a new sample.
#include "core/base/clock.h"
#include "core/server/server.h"
#include "fakes/fake_control.h"
#include "fakes/sample_fleet.h"

#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

using namespace mediahelm;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    fakes::FakeControl fakes;
    const qsizetype many = arguments.indexOf(QStringLiteral("--many"));
    if (many >= 0)
        fakes::fillManyContainers(fakes, QStringLiteral("local"), arguments.value(many + 1).toInt());
    else
        fakes::fillSampleFleet(fakes);

    const QTemporaryDir folder;
    const QByteArray token = "sample-token-0123456789abcdef";
    server::ServerOptions options;
    options.port = 0;
    options.tokenFile = folder.filePath(QStringLiteral("token"));
    QFile file(options.tokenFile);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(token) != token.size())
        return 1;
    file.close();

    const base::SystemClock clock;
    server::Server server(options, fakes.control(), clock);
    if (const base::Status listening = server.listen(); !listening) {
        std::fprintf(stderr, "%s\n", qPrintable(listening.error().message));
        return 1;
    }
    QTimer seconds;
    QObject::connect(&seconds, &QTimer::timeout, &server, [&fakes] { fakes.stats.tick(); });
    seconds.start(1000);
    std::printf("%d %s\n", server.port(), token.constData());
    std::fflush(stdout);

    QObject::connect(&server, &server::Server::stopped, &application, &QCoreApplication::quit);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &server, [&] {
        input.setEnabled(false);
        server.stop();
    });
    return QCoreApplication::exec();
}
