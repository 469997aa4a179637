// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/registry_sizes.h"

#include "core/revision/compose/process_run.h"

#include <QDir>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr qint64 largestManifest = 4 * 1024 * 1024;

// The kernel's words to those of Go, which manifests have.
QString goArchitecture(const QString &name)
{
    if (name == u"x86_64")
        return u"amd64"_s;
    if (name == u"aarch64")
        return u"arm64"_s;
    if (name.startsWith(u"armv"))
        return u"arm"_s;
    return name;
}

qint64 sizeOf(const QJsonObject &manifest)
{
    qint64 size = 0;
    for (const QString &kind : {u"SchemaV2Manifest"_s, u"OCIManifest"_s}) {
        const QJsonObject content = manifest.value(kind).toObject();
        if (content.isEmpty())
            continue;
        size = content.value(u"config"_s).toObject().value(u"size"_s).toInteger();
        const QJsonArray layers = content.value(u"layers"_s).toArray();
        for (const QJsonValue &layer : layers)
            size += layer[u"size"_s].toInteger();
    }
    return size;
}

} // namespace

qint64 downloadSize(const QByteArray &manifest, const QString &architecture)
{
    const QJsonDocument document = QJsonDocument::fromJson(manifest);
    if (document.isObject())
        return sizeOf(document.object());
    const QString wanted = goArchitecture(architecture);
    const QJsonArray manifests = document.array();
    for (const QJsonValue &each : manifests) {
        const QJsonValue platform = each[u"Descriptor"_s][u"platform"_s];
        if (platform[u"os"_s].toString() == u"linux" && platform[u"architecture"_s].toString() == wanted)
            return sizeOf(each.toObject());
    }
    return 0;
}

bool isOnLoopback(const QString &image)
{
    const QString registry = image.section(u'/', 0, 0);
    const QString host = registry.section(u':', 0, 0);
    return image.contains(u'/') && (host == u"localhost" || QHostAddress(host).isLoopback());
}

RegistrySizes::RegistrySizes()
    : RegistrySizes(Options())
{
}

RegistrySizes::RegistrySizes(Options options)
    : m_options(std::move(options))
{
}

RegistrySizes::~RegistrySizes() = default;

QFuture<Result<RegistrySizes::Sizes>> RegistrySizes::ask(const QStringList &images, const QString &architecture)
{
    m_architecture = architecture;
    m_left = images.mid(0, m_options.most);
    m_left.removeDuplicates();
    QFuture<Result<Sizes>> future = m_pending.future();
    if (m_left.isEmpty())
        m_pending.finish(Sizes());
    while (m_running < m_options.mostAtOnce && !m_left.isEmpty())
        startNext();
    return future;
}

void RegistrySizes::startNext()
{
    const QString image = m_left.takeFirst();
    ProcessRun::Program program;
    program.name = m_options.program;
    program.arguments = QStringList{u"manifest"_s, u"inspect"_s, u"--verbose"_s};
    if (isOnLoopback(image))
        program.arguments.append(u"--insecure"_s);
    program.arguments += QStringList{u"--"_s, image};
    program.environment = m_options.environment;
    program.folder = QDir::rootPath();
    program.deadline = m_options.deadline;
    program.mostOutput = largestManifest;
    ++m_running;
    auto run = std::make_unique<ProcessRun>(std::move(program));
    auto output = std::make_shared<QByteArray>();
    connect(run.get(), &ProcessRun::output, this, [output](const QByteArray &bytes) { *output += bytes; });
    connect(run.get(), &ProcessRun::ended, this, [this, image, output](const Result<int> &exitCode) {
        --m_running;
        if (exitCode && *exitCode == 0)
            take(image, *output);
        if (!m_left.isEmpty())
            startNext();
        else if (m_running == 0)
            m_pending.finish(m_sizes);
    });
    ProcessRun &started = *run;
    m_runs.push_back(std::move(run)); // until this goes: it may be ending within its own signal
    started.start();
}

void RegistrySizes::take(const QString &image, const QByteArray &output)
{
    if (const qint64 size = downloadSize(output, m_architecture); size > 0)
        m_sizes.insert(image, size);
}

} // namespace mediahelm::revision
