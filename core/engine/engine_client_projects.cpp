// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_client.h"

#include "core/engine/calls.h"
#include "core/engine/decode_observed.h"
#include "core/engine/json_fields.h"

#include <QJsonDocument>

namespace mediahelm::engine {

using base::ContainerId;
using base::Error;
using base::ErrorKind;
using base::ImageName;
using base::Result;
using Lane = RequestQueue::Lane;

QFuture<Result<QList<ContainerId>>> EngineClient::projectContainers(const QString &project)
{
    // Compose takes no container for its own that has no configuration's hash.
    const QJsonObject filters{{QStringLiteral("label"),
                               QJsonArray{QStringLiteral("com.docker.compose.project=") + project,
                                          QStringLiteral("com.docker.compose.config-hash")}}};
    const ApiPath path = ApiPath("/containers/json")
                             .query("all", 1)
                             .query("filters", QJsonDocument(filters).toJson(QJsonDocument::Compact));
    RequestQueue::Call call = makeCall(QStringLiteral("list the containers of project %1").arg(project), "GET", path,
                                       m_version, m_deadlines.list);
    call.bodyLimit = longBody;
    return ask(*m_queue, call, &decodeContainerIds);
}

QFuture<Result<model::ObservedContainer>> EngineClient::observeContainer(const ContainerId &id)
{
    const QString what = QStringLiteral("inspect container %1").arg(shortId(id));
    if (id.isEmpty())
        return base::finishedWith<model::ObservedContainer>(noContainerNamed(what));
    RequestQueue::Call call =
        makeCall(what, "GET", ApiPath("/containers/", id, "/json"), m_version, m_deadlines.inspect);
    call.lane = Lane::slow;
    return ask(*m_queue, call, &decodeObservedContainer);
}

QFuture<Result<model::ObservedImage>> EngineClient::observeImage(const ImageName &name)
{
    const QString what = QStringLiteral("inspect image %1").arg(name.text());
    // The engine tidies a path before it looks at it, so that dots would lead elsewhere.
    if (name.isEmpty() || name.text().contains(QLatin1String("..")))
        return base::finishedWith<model::ObservedImage>(
            Error{ErrorKind::invalid, QStringLiteral("cannot %1: no image has such a name").arg(what), {}});
    const RequestQueue::Call call =
        makeCall(what, "GET", ApiPath("/images/", name, "/json"), m_version, m_deadlines.inspect);
    return ask(*m_queue, call, &decodeObservedImage);
}

QFuture<Result<void>> EngineClient::tagImage(const ImageName &image, const ImageName &name)
{
    const QString what = QStringLiteral("tag image %1 as %2").arg(image.text(), name.text());
    const qsizetype afterPath = name.text().lastIndexOf(u'/') + 1;
    const qsizetype colon = name.text().indexOf(u':', afterPath);
    const QString repository = colon < 0 ? name.text() : name.text().first(colon);
    const QString tag = colon < 0 ? QStringLiteral("latest") : name.text().mid(colon + 1);
    if (image.isEmpty() || name.isEmpty() || image.text().contains(QLatin1String("..")) || name.text().contains(u'@'))
        return base::finishedWith<void>(
            Error{ErrorKind::invalid, QStringLiteral("cannot %1: no image has such a name").arg(what), {}});
    const ApiPath path =
        ApiPath("/images/", image, "/tag").query("repo", repository.toUtf8()).query("tag", tag.toUtf8());
    return askNothing(*m_queue, makeCall(what, "POST", path, m_version, m_deadlines.inspect));
}

QFuture<Result<model::RawContainer>> EngineClient::rawContainer(const ContainerId &id)
{
    const QString what = QStringLiteral("inspect container %1").arg(shortId(id));
    if (id.isEmpty())
        return base::finishedWith<model::RawContainer>(noContainerNamed(what));
    RequestQueue::Call call =
        makeCall(what, "GET", ApiPath("/containers/", id, "/json"), m_version, m_deadlines.inspect);
    call.lane = Lane::slow;
    const auto pending = std::make_shared<base::Pending<model::RawContainer>>();
    ask(*m_queue, call, &parseObject).then(this, [this, pending](const Result<QJsonObject> &container) {
        if (!container)
            return pending->finish(container.error());
        addRawImage(pending, {*container, {}});
    });
    return pending->future();
}

// The image may be gone, by force, under a container that stays.
void EngineClient::addRawImage(const std::shared_ptr<base::Pending<model::RawContainer>> &pending,
                               const model::RawContainer &raw)
{
    const auto name = ImageName::parse(textOf(raw.container, QLatin1String("Image")));
    if (!name || name->text().contains(QLatin1String("..")))
        return pending->finish(raw);
    const RequestQueue::Call call = makeCall(QStringLiteral("inspect image %1").arg(name->text()), "GET",
                                             ApiPath("/images/", *name, "/json"), m_version, m_deadlines.inspect);
    ask(*m_queue, call, &parseObject).then(this, [pending, raw](const Result<QJsonObject> &image) {
        if (!image && image.error().kind != ErrorKind::notFound)
            return pending->finish(image.error());
        pending->finish(model::RawContainer{raw.container, image ? *image : QJsonObject()});
    });
}

} // namespace mediahelm::engine
