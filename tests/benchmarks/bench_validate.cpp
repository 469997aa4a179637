// SPDX-License-Identifier: GPL-3.0-or-later
// What validating a workspace costs: "bench_validate FOLDER [ROUNDS]". Prints a line of JSON with milliseconds: "cold",
// the first time in this process, and medians of what a keystroke costs in a service file, in an env file, and in one
// Compose file of all services: everything but reading the disk, checks against the host included.
#include "core/workspace/checks/local_host_probe.h"
#include "core/workspace/project/local_workspace_files.h"
#include "core/workspace/project/workspace_validator.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace mediahelm;
using namespace mediahelm::workspace;

namespace {

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(int rounds, const std::function<void(int)> &run)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        run(i);
        times.push_back(milliseconds(timer));
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

// A comment that is typed into.
QByteArray typed(const QByteArray &text, int i)
{
    return text + "\n# " + QByteArray::number(i);
}

// All services in one file, without the top-level keys of the others.
Workspace inOneFile(const Workspace &workspace)
{
    Workspace one = workspace;
    QByteArray text = "services:\n";
    for (const ComposeFile &file : workspace.composeFiles) {
        bool inside = false;
        const QByteArrayList lines = file.bytes.split('\n');
        for (const QByteArray &line : lines) {
            if (!line.startsWith(' ') && !line.isEmpty() && !line.startsWith('#'))
                inside = line.startsWith("services:");
            else if (inside)
                text += line + '\n';
        }
    }
    one.composeFiles = {{QStringLiteral("compose.yaml"), text}};
    return one;
}

} // namespace

int main(int argc, char **argv)
{
    const QString folder = QString::fromLocal8Bit(argc > 1 ? argv[1] : ".");
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 51;
    QElapsedTimer timer;
    timer.start();
    const auto read = readWorkspace(LocalWorkspaceFiles(folder), {});
    if (!read || read->composeFiles.isEmpty() || read->envLayers.isEmpty()) {
        std::fprintf(stderr, "no workspace with services and an env file: %s\n", qPrintable(folder));
        return 66;
    }
    const double reading = milliseconds(timer);
    WorkspaceValidator validator;
    qsizetype findings = validator.validate(*read, {}).size();
    QJsonObject result{{QStringLiteral("reading"), reading}, {QStringLiteral("cold"), milliseconds(timer)}};
    const auto facts = LocalHostProbe(folder, {}).facts(validator.questions());
    const HostFacts *host = facts ? &*facts : nullptr;
    const auto validate = [&](const Workspace &workspace) {
        findings = validator.validate(workspace, {}, host).size();
    };

    Workspace changed = *read;
    validate(changed);
    result.insert(QStringLiteral("nothing"), median(rounds, [&](int) { validate(changed); }));
    result.insert(QStringLiteral("service"), median(rounds, [&](int i) {
                      changed.composeFiles[0].bytes = typed(read->composeFiles[0].bytes, i);
                      validate(changed);
                  }));
    changed = *read;
    result.insert(QStringLiteral("env"), median(rounds, [&](int i) {
                      changed.envLayers[0].bytes =
                          read->envLayers[0].bytes + "\nTZ=Zone/" + QByteArray::number(i) + '\n';
                      validate(changed);
                  }));
    const Workspace one = inOneFile(*read);
    changed = one;
    validate(changed);
    result.insert(QStringLiteral("oneFile"), median(rounds, [&](int i) {
                      changed.composeFiles[0].bytes = typed(one.composeFiles[0].bytes, i);
                      validate(changed);
                  }));
    result.insert(QStringLiteral("oneFileLines"), one.composeFiles[0].bytes.count('\n'));
    result.insert(QStringLiteral("services"), read->composeFiles.size());
    result.insert(QStringLiteral("findings"), findings);
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
