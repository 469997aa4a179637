// SPDX-License-Identifier: GPL-3.0-or-later
// What checking Compose files against their schema costs: "bench_schema FILE...". Prints milliseconds: the schemas
// compiled, all files checked once, then per file the median of many runs, as they are and with a fault in each.
#include "core/workspace/schema/file_schemas.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>

using namespace mediahelm::workspace;

namespace {

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void measure(const char *name, const FileSchemas &schemas, const std::vector<YamlDocument> &documents)
{
    std::vector<double> medians;
    qsizetype findings = 0;
    double sum = 0;
    for (const YamlDocument &document : documents) {
        std::vector<double> runs;
        for (int i = 0; i < 50; ++i) {
            QElapsedTimer timer;
            timer.start();
            const qsizetype found = schemas.checkService(QStringLiteral("file"), document).size();
            runs.push_back(milliseconds(timer));
            findings += i == 0 ? found : 0;
        }
        medians.push_back(median(runs));
        sum += medians.back();
    }
    std::printf("%s: %zu files, %lld findings, all %.2f ms, median %.3f ms, slowest %.3f ms\n", name, documents.size(),
                static_cast<long long>(findings), sum, median(medians),
                medians.empty() ? 0 : *std::max_element(medians.begin(), medians.end()));
}

} // namespace

int main(int argc, char **argv)
{
    std::vector<YamlDocument> documents;
    std::vector<YamlDocument> broken;
    for (int i = 1; i < argc; ++i) {
        QFile file(QString::fromLocal8Bit(argv[i]));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "cannot read %s\n", argv[i]);
            return 66;
        }
        const QByteArray bytes = file.readAll();
        documents.push_back(readYaml(bytes).document);
        broken.push_back(readYaml(QByteArray(bytes).replace("restart: ", "restat: ")).document);
    }

    QElapsedTimer timer;
    timer.start();
    const FileSchemas schemas;
    schemas.service();
    schemas.extension();
    std::printf("compile: %.2f ms\n", milliseconds(timer));
    timer.start();
    for (const YamlDocument &document : documents)
        schemas.checkService(QStringLiteral("file"), document);
    std::printf("first time, all: %.2f ms\n", milliseconds(timer));
    measure("again", schemas, documents);
    measure("broken", schemas, broken);
    return 0;
}
