// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/control/configuration_file.h"

#include <QFuture>

namespace mediahelm::control {

// The texts of an open workspace's files: as they lie on the disk, as the editor has them, and what was not saved.
// Owned by the open configuration; main thread.
class TextDesk
{
public:
    virtual ~TextDesk() = default;

    // A file as it lies on the disk. Errors: notFound, refused, invalid (too large), io.
    virtual QFuture<base::Result<FileText>> read(const QString &path) = 0;
    // Writes the file durably where it still is what `base` says (see textDigest(); empty: there is none); its draft is
    // dropped. Errors: conflict (it is something else by now; nothing was written), refused, io.
    virtual QFuture<base::Result<FileText>> save(const QString &path, const QByteArray &text,
                                                 const QByteArray &base) = 0;
    // What the editor has in place of a file made from `base`. It is analysed, and after some seconds kept as a draft;
    // the newest text wins. Large texts are shared, not copied.
    virtual void setText(const QString &path, const QByteArray &text, const QByteArray &base) = 0;
    // The file counts as it lies on the disk; its draft is dropped.
    virtual void dropText(const QString &path) = 0;
    // Work of an earlier run that was not saved, by path. Each is there until its text is saved or dropped.
    virtual QFuture<base::Result<QList<Draft>>> drafts() = 0;
};

} // namespace mediahelm::control
