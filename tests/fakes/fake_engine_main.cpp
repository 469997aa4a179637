// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fake_command.h"
#include "tests/fakes/fake_engine.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace mediahelm::fakes;

namespace {

void addOptions(QCommandLineParser &parser)
{
    const auto option = [&](const char *name, const char *text, const char *value) {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(text), QString::fromLatin1(value)});
    };
    parser.addHelpOption();
    option("socket", "Listen there; required", "path");
    option("containers", "How many containers (default 50)", "count");
    option("api", "The newest API version spoken (default 1.41)", "version");
    option("min-api", "The oldest API version spoken (default 1.12)", "version");
    option("stats-interval", "Between two readings of a statistics stream (default 1000)", "ms");
    option("events-rate", "Containers flap so often", "per second");
    option("log-rate", "Each container logs so often", "lines per second");
    option("control", "Take commands, one a line, on this unix socket; 'help' lists them", "path");
    option("command", "A command to run at start; may be repeated", "command");
    parser.addOption({QStringLiteral("cgroup-v2"), QStringLiteral("Statistics as under cgroup v2")});
    parser.addOption({QStringLiteral("podman"), QStringLiteral("Say to be Podman")});
}

FakeEngine::Options optionsFrom(const QCommandLineParser &parser)
{
    FakeEngine::Options options;
    options.socketPath = parser.value(QStringLiteral("socket"));
    if (parser.isSet(QStringLiteral("api")))
        options.apiVersion = parser.value(QStringLiteral("api"));
    if (parser.isSet(QStringLiteral("min-api")))
        options.minApiVersion = parser.value(QStringLiteral("min-api"));
    if (parser.isSet(QStringLiteral("stats-interval")))
        options.statsInterval =
            std::chrono::milliseconds(qMax(1, parser.value(QStringLiteral("stats-interval")).toInt()));
    options.cgroupV2 = parser.isSet(QStringLiteral("cgroup-v2"));
    options.podman = parser.isSet(QStringLiteral("podman"));
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Serves the Docker Engine API over containers that do not exist, with faults on demand."));
    addOptions(parser);
    parser.process(application);
    if (!parser.isSet(QStringLiteral("socket"))) {
        std::fputs("mediahelm-fake-engine: --socket is required\n", stderr);
        return 64;
    }

    FakeEngine engine(optionsFrom(parser));
    const QString containers = parser.value(QStringLiteral("containers"));
    engine.machine().populate(containers.isEmpty() ? 50 : containers.toInt());
    FakeCommandSocket commands(engine);
    if (!engine.listen()
        || (parser.isSet(QStringLiteral("control")) && !commands.listen(parser.value(QStringLiteral("control"))))) {
        std::fputs("mediahelm-fake-engine: cannot listen\n", stderr);
        return 74;
    }
    if (parser.isSet(QStringLiteral("events-rate")))
        engine.startEventStorm(parser.value(QStringLiteral("events-rate")).toInt());
    if (parser.isSet(QStringLiteral("log-rate")))
        engine.startLogs(parser.value(QStringLiteral("log-rate")).toInt());
    const QStringList atStart = parser.values(QStringLiteral("command"));
    for (const QString &command : atStart)
        std::printf("%s\n", runFakeCommand(engine, command).constData());
    std::puts("ready");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
