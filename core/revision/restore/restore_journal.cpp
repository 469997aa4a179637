// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/restore/restore_journal.h"

#include "core/base/durable_file.h"
#include "core/revision/restore/durable_steps.h"
#include "core/revision/store/store_names.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QCryptographicHash>
#include <QFileInfo>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

constexpr char magic[] = "mediahelm restore 1\n"; // then 64 digits of the SHA-256 of what follows, a line feed, CBOR
constexpr qsizetype digits = 64;
constexpr qint64 largest = 4 * Snapshot::largestTotal;

QString pathOf(const QString &folder)
{
    return folder + u'/' + QLatin1String(restoreJournal);
}

QByteArray hash(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

QCborValue asCbor(const MaybeFile &file)
{
    return file ? QCborValue(QCborArray{file->bytes, qint64(file->mode)}) : QCborValue(nullptr);
}

bool fromCbor(const QCborValue &value, MaybeFile &file)
{
    if (value.isNull())
        return true;
    const QCborArray pair = value.toArray();
    if (pair.size() != 2 || !pair.at(0).isByteArray() || !pair.at(1).isInteger())
        return false;
    file = FileState{pair.at(0).toByteArray(), unsigned(pair.at(1).toInteger()) & 07777U};
    return true;
}

std::optional<QList<RestoreStep>> parse(const QByteArray &content)
{
    const qsizetype head = qsizetype(sizeof magic) - 1;
    if (!content.startsWith(magic) || content.size() < head + digits + 1)
        return std::nullopt;
    const QByteArray body = content.mid(head + digits + 1);
    if (content.mid(head, digits) != hash(body))
        return std::nullopt;
    QList<RestoreStep> steps;
    for (const QCborValue &value : QCborValue::fromCbor(body).toArray()) {
        const QCborArray fields = value.toArray();
        const auto path = model::FilePath::parse(fields.at(0).toString());
        RestoreStep step;
        if (!path.ok() || !fromCbor(fields.at(1), step.before) || !fromCbor(fields.at(2), step.after))
            return std::nullopt;
        step.path = *path;
        steps.append(std::move(step));
    }
    return steps;
}

} // namespace

Status writeJournal(const QString &folder, const QList<RestoreStep> &steps)
{
    QCborArray all;
    for (const RestoreStep &step : steps)
        all.append(QCborArray{step.path.text(), asCbor(step.before), asCbor(step.after)});
    const QByteArray body = QCborValue(all).toCbor();
    return base::writeDurably(pathOf(folder), magic + hash(body) + '\n' + body);
}

Result<std::optional<QList<RestoreStep>>> readJournal(const QString &folder)
{
    const auto content = base::readBounded(pathOf(folder), largest);
    if (!content.ok()) {
        if (content.error().kind == ErrorKind::notFound)
            return std::optional<QList<RestoreStep>>();
        return content.error();
    }
    auto steps = parse(*content);
    if (!steps)
        return Error{ErrorKind::invalid, QStringLiteral("the journal %1 is damaged").arg(pathOf(folder)), {}};
    return steps;
}

Status removeJournal(const QString &folder)
{
    return removeDurably(pathOf(folder));
}

bool hasJournal(const QString &folder)
{
    return QFileInfo::exists(pathOf(folder));
}

} // namespace mediahelm::revision
