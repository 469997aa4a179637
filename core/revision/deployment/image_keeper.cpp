// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/image_keeper.h"

#include "core/base/steps.h"
#include "core/revision/compose/compose_labels.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::ImageName;
using base::Result;

namespace {

// "registry:5000/app:1" -> "registry:5000/app"
QString repositoryOf(const QString &reference)
{
    const qsizetype colon = reference.indexOf(u':', reference.lastIndexOf(u'/') + 1);
    const QString name = colon < 0 ? reference : reference.first(colon);
    return name.section(u'@', 0, 0);
}

// As the engine writes the names of Docker Hub: "docker.io/library/app" is "app".
QString familiar(QString repository)
{
    for (const QString &prefix : {u"docker.io/library/"_s, u"docker.io/"_s, u"index.docker.io/"_s}) {
        if (repository.startsWith(prefix))
            return repository.mid(prefix.size());
    }
    return repository;
}

QString digestIn(const model::ObservedImage &image, const QString &reference)
{
    const QString repository = familiar(repositoryOf(reference));
    for (const QString &each : image.repositoryDigests) {
        if (familiar(each.section(u'@', 0, 0)) == repository)
            return each.section(u'@', 1);
    }
    return image.id;
}

} // namespace

QList<model::RanImage> ranImages(const ObservedProject &project)
{
    QList<model::RanImage> images;
    for (const model::ObservedContainer &container : project.containers) {
        const QString service = container.label(labels::service);
        if (service.isEmpty() || isOneOff(container))
            continue;
        const auto made = project.madeFrom.constFind(container.imageId);
        const QString digest =
            made == project.madeFrom.constEnd() ? container.imageId : digestIn(*made, container.image);
        const model::RanImage image{service, container.image, digest};
        if (!images.contains(image))
            images.append(image);
    }
    return images;
}

ImageKeeper::ImageKeeper(engine::EngineClient &engine, ComposeProcess &compose, ComposeCommand command,
                         const QString &note)
    : m_engine(engine)
    , m_compose(compose)
    , m_command(std::move(command))
    , m_note(note)
{
}

QFuture<Result<void>> ImageKeeper::putBack(const model::RanImage &image)
{
    return base::futureOf<void>(putBackSteps(image));
}

QCoro::Task<Result<void>> ImageKeeper::putBackSteps(model::RanImage image)
{
    const QPointer<ImageKeeper> self(this);
    const auto name = ImageName::parse(image.reference);
    if (!name || image.reference.contains(u'@') || image.digest.isEmpty())
        co_return Result<void>(); // a digest means the same for ever
    Result<QString> id = co_await findImage(image);
    if (!self)
        co_return base::abandoned();
    if (!id && id.error().kind == ErrorKind::notFound) {
        const Result<void> pulled = co_await pull(repositoryOf(image.reference) + u'@' + image.digest);
        if (!self)
            co_return base::abandoned();
        if (pulled) {
            id = co_await findImage(image);
            if (!self)
                co_return base::abandoned();
        }
    }
    if (!id)
        co_return id.error();
    const Result<model::ObservedImage> now = co_await m_engine.observeImage(*name);
    if (!self)
        co_return base::abandoned();
    if (now && now->id == *id)
        co_return Result<void>();
    co_return co_await m_engine.tagImage(*ImageName::parse(*id), *name);
}

// The id of the image that ran, where the engine still has it.
QCoro::Task<Result<QString>> ImageKeeper::findImage(model::RanImage image)
{
    const QPointer<ImageKeeper> self(this);
    const QStringList names{repositoryOf(image.reference) + u'@' + image.digest, image.digest};
    for (const QString &each : names) {
        const auto name = ImageName::parse(each);
        if (!name)
            continue;
        const Result<model::ObservedImage> found = co_await m_engine.observeImage(*name);
        if (!self)
            co_return base::abandoned();
        if (found)
            co_return found->id;
        if (found.error().kind != ErrorKind::notFound)
            co_return found.error();
    }
    co_return Error{ErrorKind::notFound,
                    u"the image %1 that %2 ran before is gone"_s.arg(image.reference, image.service), image.digest};
}

QCoro::Task<Result<void>> ImageKeeper::pull(QString reference)
{
    const QPointer<ImageKeeper> self(this);
    const QJsonObject model{{u"services"_s, QJsonObject{{u"image"_s, QJsonObject{{u"image"_s, reference}}}}}};
    ComposeRequest request{
        m_command, {u"pull"_s}, {}, QJsonDocument(model).toJson(QJsonDocument::Compact), std::chrono::minutes(30),
        true,      m_note};
    m_run = m_compose.start(request);
    const Result<ComposeOutput> output = co_await m_run->output();
    if (!self)
        co_return base::abandoned();
    m_run.reset();
    if (!output)
        co_return output.error();
    co_return Result<void>();
}

} // namespace mediahelm::revision
