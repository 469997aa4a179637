// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/plan/project_observer.h"

#include <algorithm>

namespace mediahelm::revision {

using base::ErrorKind;
using base::Result;
using model::ObservedContainer;
using model::ObservedImage;

ProjectObserver::ProjectObserver(engine::EngineClient &engine)
    : m_engine(engine)
{
}

QFuture<Result<QList<ObservedContainer>>> ProjectObserver::containers(const QString &project)
{
    const auto gathering = std::make_shared<Gathering<Containers>>();
    QFuture<Result<Containers>> future = gathering->pending.future();
    m_engine.projectContainers(project).then(this, [this, gathering](const Result<QList<base::ContainerId>> &ids) {
        if (ids)
            observe(gathering, *ids);
        else
            gathering->pending.finish(ids.error());
    });
    return future;
}

void ProjectObserver::observe(const std::shared_ptr<Gathering<Containers>> &gathering,
                              const QList<base::ContainerId> &ids)
{
    gathering->left = ids.size();
    if (ids.isEmpty())
        return gathering->pending.finish(Containers());
    for (const base::ContainerId &id : ids) {
        m_engine.observeContainer(id).then(this, [gathering](const Result<ObservedContainer> &container) {
            --gathering->left;
            if (container)
                gathering->value.append(*container);
            else if (container.error().kind != ErrorKind::notFound)
                gathering->pending.finish(container.error());
            if (gathering->left > 0)
                return;
            std::sort(gathering->value.begin(), gathering->value.end(),
                      [](const ObservedContainer &a, const ObservedContainer &b) { return a.name < b.name; });
            gathering->pending.finish(gathering->value);
        });
    }
}

QFuture<Result<ObservedProject>> ProjectObserver::images(const QList<ObservedContainer> &containers,
                                                         const QStringList &names)
{
    QStringList ids;
    for (const ObservedContainer &container : containers)
        ids.append(container.imageId);
    ids.removeDuplicates();
    ids.removeAll(QString());
    QStringList unique = names;
    unique.removeDuplicates();

    const auto gathering = std::make_shared<Gathering<ObservedProject>>();
    QFuture<Result<ObservedProject>> future = gathering->pending.future();
    gathering->value.containers = containers;
    gathering->left = ids.size() + unique.size();
    if (gathering->left == 0)
        gathering->pending.finish(gathering->value);
    for (const QString &name : std::as_const(unique))
        look(gathering, name, &ObservedProject::images);
    for (const QString &id : std::as_const(ids))
        look(gathering, id, &ObservedProject::madeFrom);
    return future;
}

void ProjectObserver::look(const std::shared_ptr<Gathering<ObservedProject>> &gathering, const QString &name,
                           QHash<QString, ObservedImage> ObservedProject::*where)
{
    const auto take = [gathering, name, where](const Result<ObservedImage> &image) {
        --gathering->left;
        if (image)
            (gathering->value.*where).insert(name, *image);
        else if (image.error().kind != ErrorKind::notFound)
            gathering->pending.finish(image.error());
        if (gathering->left == 0)
            gathering->pending.finish(gathering->value);
    };
    const Result<base::ImageName> parsed = base::ImageName::parse(name);
    if (parsed)
        m_engine.observeImage(*parsed).then(this, take);
    else
        take(parsed.error()); // no engine has an image of such a name, and Compose refuses it too
}

} // namespace mediahelm::revision
