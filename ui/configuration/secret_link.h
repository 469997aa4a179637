// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/secret_texts.h"

#include <QObject>

namespace mediahelm::ui {

class OpenFile;
class OpenFiles;

// Writes texts out of which a secret was taken into their editors, saves them, and forgets what could be undone there:
// it would bring the secret back into the file, and is the one copy of it left. Owned by its parent; main thread.
class SecretLink final : public QObject
{
    Q_OBJECT

public:
    explicit SecretLink(OpenFiles &files, QObject *parent = nullptr); // borrowed; outlives it

    void write(const QList<control::SecretMove::Text> &texts);

Q_SIGNALS:
    void changedMeanwhile(const QString &file); // it is as it was, and still has the secret

private:
    void writeOne(OpenFile &file, const control::SecretMove::Text &text);

    OpenFiles &m_files;
};

} // namespace mediahelm::ui
