// SPDX-License-Identifier: GPL-3.0-or-later
// Has Compose at work as a deployment has: "compose_starter DOCKER FOLDER NOTE". Killed on purpose by its test.
#include "core/revision/compose/local_compose_process.h"

#include <QCoreApplication>

using namespace mediahelm;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 4)
        return 64;
    revision::LocalComposeProcess::Options options;
    options.program = words[1];
    revision::LocalComposeProcess process(*model::EngineAddress::parse(u"unix:///run/none.sock"), options);
    const auto command =
        revision::ComposeCommand::make({words[2], QStringLiteral("left"), {}, {QStringLiteral("compose.yaml")}, {}});
    revision::ComposeRequest request{*command, {QStringLiteral("up")}, {}, {}, std::chrono::hours(1), true, words[3]};
    const auto run = process.start(request);
    return QCoreApplication::exec();
}
