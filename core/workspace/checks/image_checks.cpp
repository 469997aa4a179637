// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/checks.h"
#include "core/workspace/checks/image_name.h"
#include "core/workspace/checks/retired_images.h"

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using model::Severity;

namespace {

QString retirementText(const RetiredImage &retired)
{
    QString text = u"%1 is %2"_s.arg(retired.name, retired.state);
    if (!retired.since.isEmpty())
        text += u" since "_s + retired.since;
    if (!retired.reason.isEmpty())
        text += u": "_s + retired.reason;
    return text + u"; "_s
        + (retired.replacement.isEmpty() ? u"nothing takes its place"_s
                                         : u"move to "_s + retired.replacement.join(u" or "_s));
}

} // namespace

void checkImages(const ComposeModel &model, CheckReport &report)
{
    for (const ModelService &service : model.services) {
        if (!service.image || !service.image->known || service.image->text.isEmpty())
            continue;
        const ModelSource &source = service.image->source;
        const std::optional<ImageName> image = parseImageName(service.image->text);
        if (!image) {
            report.add(Severity::error, u"image-invalid"_s, source,
                       u"this is no name of an image; write it as lscr.io/linuxserver/sonarr:4.0.9, in lower case"_s);
            continue;
        }
        if (const RetiredImage *retired = retiredImage(image->repository))
            report.add(Severity::warning, u"image-retired"_s, source, retirementText(*retired));
        if (!service.builds && image->digest.isEmpty() && isFloatingTag(image->tag))
            report.add(Severity::hint, u"image-floating"_s, source,
                       image->tag.isEmpty()
                           ? u"no tag is given, which means latest: what runs changes with each pull; name a version"_s
                           : u"the tag %1 moves: what runs changes with each pull; name a version"_s.arg(
                               shownName(image->tag)));
    }
}

} // namespace mediahelm::workspace
