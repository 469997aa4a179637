// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/secret_link.h"

#include "ui/configuration/open_file.h"
#include "ui/configuration/open_files.h"
#include "ui/configuration/text_editor.h"

namespace mediahelm::ui {

SecretLink::SecretLink(OpenFiles &files, QObject *parent)
    : QObject(parent)
    , m_files(files)
{
}

void SecretLink::write(const QList<control::SecretMove::Text> &texts)
{
    for (const control::SecretMove::Text &text : texts)
        m_files.open(text.file, [this, text](OpenFile &file) { writeOne(file, text); });
}

void SecretLink::writeOne(OpenFile &file, const control::SecretMove::Text &text)
{
    if (file.isLocked() || file.editor().bytes() != text.before) {
        Q_EMIT changedMeanwhile(text.file);
        return;
    }
    file.editor().replaceInPlace(text.after);
    connect(
        &file, &OpenFile::saved, &file,
        [&file] {
            if (!file.isUnsaved())
                file.editor().forgetUndo();
        },
        Qt::SingleShotConnection);
    file.save();
}

} // namespace mediahelm::ui
