// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/restore/deployment_logs.h"

#include "core/base/durable_file.h"
#include "core/revision/restore/durable_steps.h"
#include "core/revision/store/store_names.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

constexpr qint64 largest = 4 * 1024 * 1024;
const QString namePattern = u"????????T??????.???Z-??????????.log"_s;

QString folderOfLogs(const QString &folder)
{
    return folder + u'/' + QLatin1String(deploymentLogsFolder);
}

// "20261130T145731.250Z-0123456789.log": by name the oldest is the first.
QString nameOf(const model::RevisionId &revision, const QDateTime &when)
{
    return u"%1-%2.log"_s.arg(when.toUTC().toString(u"yyyyMMdd'T'HHmmss.zzz'Z'"), shortId(revision));
}

} // namespace

Status keepDeploymentLog(const QString &folder, const model::RevisionId &revision, const QDateTime &when,
                         const QByteArray &text, int most)
{
    const QString logs = folderOfLogs(folder);
    if (QFileInfo(logs).isSymLink())
        return Error{ErrorKind::refused, u"%1 is a link; no log is kept there"_s.arg(logs), {}};
    if (const Status made = base::makePrivateFolder(logs); !made)
        return made;
    const QString name = nameOf(revision, when);
    if (const Status written =
            base::writeDurably(logs + u'/' + name, text.first(std::min<qsizetype>(text.size(), largest)));
        !written)
        return written;
    QStringList kept = QDir(logs).entryList({namePattern}, QDir::Files | QDir::NoSymLinks, QDir::Name);
    kept.removeOne(name); // where the clock was set back it is not the newest by its name
    while (!kept.isEmpty() && kept.size() >= most) {
        if (const Status removed = removeDurably(logs + u'/' + kept.takeFirst()); !removed)
            return removed;
    }
    return {};
}

Result<QByteArray> readDeploymentLog(const QString &folder, const model::RevisionId &revision, const QDateTime &when)
{
    Result<QByteArray> text = base::readBounded(folderOfLogs(folder) + u'/' + nameOf(revision, when), largest);
    if (!text && text.error().kind == ErrorKind::notFound)
        return Error{ErrorKind::notFound, u"the log of this deployment is not kept"_s, {}};
    return text;
}

} // namespace mediahelm::revision
